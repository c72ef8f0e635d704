using System.Net;
using System.Security.Cryptography;

using Percurso.Testing;
using Percurso.Testing.Hosts;
using Percurso.Testing.Http;

namespace Percurso.Tests.Files;

/// <summary>A real disk, of eight megabytes, that really fills up.</summary>
public sealed class FillingTheDiskTests(SendingSite site) : IClassFixture<SendingSite>
{
    const string Mount = "mkdir -p \"$0\" && mount -t tmpfs -o size=8m tmpfs \"$0\" && exec \"$@\"";

    [Fact]
    public async Task What_came_before_the_disk_was_full_is_kept_and_gone_on_with_once_there_is_room()
    {
        Assert.SkipUnless((await Tool.RunAsync("/", "unshare", "--user", "--map-root-user", "--mount", "true")).ExitCode == 0, "Only root, or who may have a namespace of their own, can mount a small disk.");
        using var folder = new TemporaryFolder();
        var disk = Path.Combine(folder.Path, "disk");
        await site.Database.DoAsync($$"""insert into kernel.setting (key, value) values ('files.limits', '{"file": {{1L << 30}}, "owner": {{1L << 40}}, "keptFree": 0}')""");
        await using var host = HostProcess.Start(
            new Launch { Prefix = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", Mount, disk] },
            $"ConnectionStrings:Percurso={site.Database.ConnectionString}", "Postgres:MaxPoolSize=5", $"Data:Folder={folder.Path}", $"Files:Folder={disk}", "Logging:LogLevel:Default=Warning");
        var visitor = await host.VisitorAsync();
        await (await visitor.GetAsync("/entrar")).Form().Fill("Input.Email", Person.Dentist.Email).Fill("Input.Password", Person.Dentist.Password).SendAsync();
        var sender = new TusClient(visitor, await site.CaseAsync(), "tomography");
        var bytes = RandomNumberGenerator.GetBytes(6 << 20);

        using (var hopeless = await sender.CreateAsync(9 << 20))
        {
            Assert.Equal(HttpStatusCode.InsufficientStorage, hopeless.StatusCode);
            Assert.Contains("Nada se perdeu", await hopeless.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        var (other, mine) = (await sender.BeginAsync(6 << 20), await sender.BeginAsync(bytes.Length));
        using (await sender.PatchAsync(other, 0, bytes[..(4 << 20)])) { }
        using (var full = await sender.PatchAsync(mine, 0, bytes)) await IsFullAsync(full);
        var reached = await sender.OffsetAsync(mine);
        Assert.InRange(reached, 3 << 20, 4 << 20);
        using (await sender.SendAsync(HttpMethod.Delete, other, null)) { }
        using (var rest = await sender.PatchAsync(mine, reached, bytes[(int)reached..])) Assert.Equal(HttpStatusCode.NoContent, rest.StatusCode);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), await site.HashOfAsync(mine));
    }

    static async Task IsFullAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.InsufficientStorage, answer.StatusCode);
        Assert.Contains("O que já chegou está guardado", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
