using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Percurso.Tests.Addresses;

/// <summary>Answers as ViaCEP's site documents it, and misbehaves for CEPs that ask for it.</summary>
public sealed class ViaCepServer : IAsyncDisposable
{
    readonly WebApplication server;

    ViaCepServer(WebApplication server) => this.server = server;

    public string Address => server.Urls.Single();

    public static async Task<ViaCepServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        server.MapGet("/ws/{cep}/json/", AnswerAsync);
        await server.StartAsync();
        return new(server);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    static async Task<IResult> AnswerAsync(string cep, HttpContext http)
    {
        if (cep == "01310104") await Task.Delay(TimeSpan.FromSeconds(10), http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return cep switch
        {
            "01310100" => Results.Text(PracaDaSe, "application/json; charset=utf-8"),
            "01310101" => Results.Text("""{ "erro": true }""", "application/json; charset=utf-8"),
            "01310102" => Results.Text("""{ "erro": "true" }""", "application/json; charset=utf-8"),
            "01310105" => Results.Text("<h2>Bad Request</h2>", "text/html"),
            "01310106" => Results.Text("{", "application/json; charset=utf-8"),
            _ => Results.StatusCode(500),
        };
    }

    /// <summary>The example of ViaCEP's own page, under another CEP.</summary>
    const string PracaDaSe =
        """
        {
          "cep": "01310-100",
          "logradouro": "Praça da Sé",
          "complemento": "lado ímpar",
          "unidade": "",
          "bairro": "Sé",
          "localidade": "São Paulo",
          "uf": "SP",
          "estado": "São Paulo",
          "regiao": "Sudeste",
          "ibge": "3550308",
          "gia": "1004",
          "ddd": "11",
          "siafi": "7107"
        }
        """;
}
