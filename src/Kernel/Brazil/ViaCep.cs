using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Percurso.Kernel.Brazil;

/// <summary>
/// Asks ViaCEP (<c>GET ws/{8 digits}/json/</c>, as its site documents it): an unknown CEP is answered 200 with <c>erro</c>, once as
/// a boolean, once as text. Slow or broken, it counts as not having been asked.
/// </summary>
sealed class ViaCep(HttpClient http, ILogger<ViaCep> log)
{
    const int LongestAnswer = 64 << 10;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Does nothing unless <c>Addresses:ViaCep</c> names the service, <c>https://viacep.com.br</c>.</summary>
    /// <exception cref="StartRefusedException">What it names is no address.</exception>
    public static void AddTo(IServiceCollection services, IConfiguration configuration)
    {
        if (configuration["Addresses:ViaCep"] is not { Length: > 0 } address) return;
        if (!Uri.TryCreate(address.TrimEnd('/') + "/", UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            throw new StartRefusedException($"Addresses:ViaCep is \"{address}\", which is no address such as https://viacep.com.br.");

        // The client's own log would hold people's CEPs.
        services.AddHttpClient<ViaCep>(http => (http.BaseAddress, http.Timeout, http.MaxResponseContentBufferSize) = (uri, Patience, LongestAnswer))
            .RemoveAllLoggers();
    }

    public async Task<CepAddress?> FindAsync(Cep cep, CancellationToken cancel)
    {
        try
        {
            var answer = await http.GetFromJsonAsync<Answer>($"ws/{cep.Value}/json/", cancel);
            return answer is not null && Uf.TryParse(answer.Uf, out var uf) ? new(Said(answer.Street), Said(answer.District), Said(answer.City), uf) : null;
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException or OperationCanceledException && !cancel.IsCancellationRequested)
        {
            log.LogWarning("ViaCEP did not answer ({Reason}); the table does.", failure.GetType().Name);
            return null;
        }
    }

    static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>What is used of it; with <c>erro</c> all of it is missing.</summary>
    sealed record Answer(
        [property: JsonPropertyName("logradouro")] string? Street,
        [property: JsonPropertyName("bairro")] string? District,
        [property: JsonPropertyName("localidade")] string? City,
        [property: JsonPropertyName("uf")] string? Uf);
}
