using System.Net;
using System.Security.Cryptography;
using System.Text.Json;

using Percurso.Testing;
using Percurso.Testing.Hosts;
using Percurso.Testing.Http;

namespace Percurso.Tests.Files;

/// <summary>The program that browsers run, over a line that keeps breaking, to hosts that are killed; and a disk that fills up.</summary>
public sealed class SendingThroughTroubleTests(SendingSite site) : IClassFixture<SendingSite>
{
    const int Cuts = 20;

    /// <summary>A real disk, of eight megabytes, that really fills up; its folder comes first, then the command that has it.</summary>
    const string Mount = "mkdir -p \"$0\" && mount -t tmpfs -o size=8m tmpfs \"$0\" && exec \"$@\"";

    public static bool IsLong => Environment.GetEnvironmentVariable("PERCURSO_TEST_ALL") == "1";

    [Fact]
    public async Task Cut_twenty_times_and_its_host_killed_another_finishes_it_and_little_is_sent_again()
    {
        var size = IsLong ? 1 << 30 : 64 << 20;
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "serie.zip");
        var bytes = RandomNumberGenerator.GetBytes(size);
        await File.WriteAllBytesAsync(file, bytes);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));

        await using var first = Start(folder, "first");
        await using var second = Start(folder, "second");
        var (one, other) = (await first.ListensAsync(), await second.ListensAsync());
        await using var line = new BreakingLine(one, Enumerable.Range(1, Cuts).Select(cut => size / (Cuts + 1L) * cut));
        var sending = Tool.RunAsync(Repository.Root, "node", Repository.At("tests", "Site.Tests", "Files", "send.mjs"),
            file, new Uri(line.Address, "envios").AbsoluteUri, await CookieAsync(one), $"{await site.CaseAsync()}", "tomography");

        await KillAsync(first, line, size * 2L / 5, other, sending);
        await using var third = IsLong ? Start(folder, "third") : null;
        if (third is not null) await KillAsync(second, line, size * 3L / 4, await third.ListensAsync(), sending);
        var (exit, said) = await sending;

        Assert.True(exit == 0, said);
        var answer = JsonDocument.Parse(said.Trim().Split('\n')[^1]).RootElement;
        Assert.Equal(Cuts, line.Cuts);
        Assert.Equal(hash, await site.HashOfAsync(answer.GetProperty("path").GetString()!));
        Assert.InRange(line.Forwarded - size, 0, (Cuts + 1L) << 20);
        TestContext.Current.TestOutputHelper?.WriteLine($"{line.Forwarded - size} bytes sent again, {answer.GetProperty("retries")} tries");
    }

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

    /// <summary>Once so many bytes have gone to it; whoever sends finds another in its place.</summary>
    static async Task KillAsync(HostProcess host, BreakingLine line, long bytes, Uri next, Task sending)
    {
        await Eventually.IsSoAsync($"{bytes} bytes to be there", () => Task.FromResult(line.Forwarded > bytes || sending.IsCompleted), TimeSpan.FromSeconds(100));
        await host.KillAsync();
        line.To = next;
    }

    HostProcess Start(TemporaryFolder folder, string name) => HostProcess.Start(
        $"ConnectionStrings:Percurso={site.Database.ConnectionString}", "Postgres:MaxPoolSize=5", $"Data:Folder={Path.Combine(folder.Path, name)}",
        $"Files:Folder={Path.Combine(folder.Path, "files")}", "Limits:sign-in=100000", "Logging:LogLevel:Default=Warning");

    /// <summary>The dentist's session, for a program that is no browser.</summary>
    static async Task<string> CookieAsync(Uri host)
    {
        var cookies = new CookieContainer();
        var visitor = new Visitor(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = host });
        var entry = await visitor.GetAsync("/entrar");
        await entry.Form().Fill("Input.Email", Person.Dentist.Email).Fill("Input.Password", Person.Dentist.Password).SendAsync();
        return cookies.GetCookieHeader(host);
    }

    static async Task IsFullAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.InsufficientStorage, answer.StatusCode);
        Assert.Contains("O que já chegou está guardado", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
