using System.Net;
using System.Net.Sockets;

using Percurso.Testing;
using Percurso.Testing.Hosts;

namespace Percurso.Tests.Starting;

public sealed class ProductionTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    string[] Production =>
        ["environment=Production", "Site:PublicUrl=https://guias.example", "Keys:Secret=0123456789abcdef0123456789abcdef", "Postgres:EmbeddedInProduction=true", $"Data:Folder={Path.Combine(folder.Path, "data")}"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Production_without_a_mail_server_is_refused() =>
        Assert.StartsWith("No mail server is configured, so no letter could leave. Set Mail:Smtp:Host", await Refused.SentenceAsync(Production), StringComparison.Ordinal);

    [Fact]
    public async Task Production_without_a_public_address_is_refused() =>
        Assert.StartsWith("Set Site:PublicUrl", await Refused.SentenceAsync(Production.Where(setting => !setting.StartsWith("Site:", StringComparison.Ordinal)).ToArray()), StringComparison.Ordinal);

    [Fact]
    public async Task Production_without_a_secret_for_its_keys_is_refused() =>
        Assert.StartsWith("Set Keys:Secret", await Refused.SentenceAsync(Production.Where(setting => !setting.StartsWith("Keys:", StringComparison.Ordinal)).ToArray()), StringComparison.Ordinal);

    [Fact]
    public async Task A_mail_server_that_does_not_answer_is_named_and_the_site_comes_up_all_the_same()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var port = ((IPEndPoint)silent.LocalEndpoint).Port;
        silent.Stop();

        await using var host = HostProcess.Start([.. Production, "Mail:Smtp:Host=localhost", $"Mail:Smtp:Port={port}", "OTEL_EXPORTER_OTLP_ENDPOINT=http://localhost:9"]);
        Assert.Equal(HttpStatusCode.OK, (await (await host.VisitorAsync()).GetAsync("/health/ready")).Status);
        Assert.Contains($"The mail server localhost:{port} cannot be reached", host.Said, StringComparison.Ordinal);
    }
}
