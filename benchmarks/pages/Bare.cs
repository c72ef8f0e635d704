using System.Text;

namespace Percurso.Benchmarks.Pages;

/// <summary>Kestrel with one handler and nothing else, answering with the headers and the body that the site answered with, from memory.</summary>
static class Bare
{
    public static async Task<int> RunAsync(string file, int port)
    {
        var answer = await File.ReadAllBytesAsync(file);
        var end = answer.AsSpan().IndexOf("\r\n\r\n"u8);
        var body = answer[(end + 4)..];
        var headers = Encoding.Latin1.GetString(answer, 0, end).Split("\r\n").Skip(1)
            .Select(line => line.Split(": ", 2)).Where(header => header[0] is not ("Date" or "Content-Length" or "Transfer-Encoding"))
            .Select(header => KeyValuePair.Create(header[0], header[1])).ToArray();

        var app = WebApplication.CreateEmptyBuilder(new());
        app.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.AddServerHeader = false).UseUrls($"http://localhost:{port}");
        var built = app.Build();
        built.Run(async http =>
        {
            foreach (var (name, value) in headers) http.Response.Headers[name] = value;
            http.Response.ContentLength = body.Length;
            await http.Response.Body.WriteAsync(body, http.RequestAborted);
        });
        await built.RunAsync();
        return 0;
    }
}
