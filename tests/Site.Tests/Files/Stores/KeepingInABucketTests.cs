using System.Net;
using System.Security.Cryptography;
using System.Text;

using Percurso.Testing;

namespace Percurso.Tests.Files.Stores;

/// <summary>What people notice of a store elsewhere, of its seal, and of a virus scanner: nothing, until one of them fails.</summary>
public sealed class KeepingInABucketTests(BucketSite site) : IClassFixture<BucketSite>
{
    const string Marker = "uma frase que ninguem mais escreveria no mundo";

    [Fact]
    public async Task What_is_sent_lies_sealed_in_the_bucket_and_what_was_altered_there_is_not_handed_out()
    {
        var bytes = Encoding.ASCII.GetBytes(Marker).Concat(RandomNumberGenerator.GetBytes(600_000)).ToArray();
        var (id, planner) = (await SendAsync("altered.stl", bytes), await site.OnLineAsync(Person.Planner));

        Assert.Equal(bytes, await planner.DownloadAsync($"/arquivos/{id}"));
        var kept = site.Service.Objects().OrderBy(File.GetLastWriteTimeUtc).Last();
        Assert.DoesNotContain(Marker, Encoding.Latin1.GetString(await File.ReadAllBytesAsync(kept)), StringComparison.Ordinal);

        var stored = await File.ReadAllBytesAsync(kept);
        stored[1000] ^= 1;
        await File.WriteAllBytesAsync(kept, stored);
        using var refused = await planner.FetchAsync($"/arquivos/{id}");

        Assert.Equal(HttpStatusCode.InternalServerError, refused.StatusCode);
        Assert.Contains("não é o que chegou", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_store_is_away_people_are_told_and_nothing_that_came_is_lost()
    {
        var bytes = RandomNumberGenerator.GetBytes(6 << 20);
        var (planner, id) = (await site.OnLineAsync(Person.Planner), await SendAsync("antes.stl", bytes[..1000]));
        var sender = await SenderAsync();
        var address = await sender.BeginAsync(bytes.Length);
        using var half = new HeldContent(bytes, 3 << 20);
        var sending = sender.PatchAsync(address, 0, half);
        await half.IsHeld;
        // What was handed to the line is not yet in the bucket.
        await Eventually.IsSoAsync("half of it to lie in the bucket", () => Task.FromResult(site.Service.Objects().Any(path => path.Contains("/0005.", StringComparison.Ordinal))));
        await site.Service.StopAsync();
        half.GoOn();
        await Told(sending);

        using (var asked = await sender.HeadAsync(address)) Assert.Equal(HttpStatusCode.Locked, asked.StatusCode);
        using (var download = await planner.FetchAsync($"/arquivos/{id}"))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, download.StatusCode);
            Assert.Contains("Nada se perdeu", await download.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        await site.Service.StartAsync();
        var reached = await sender.OffsetAsync(address);
        Assert.InRange((3 << 20) - reached, 0, 1 << 20);
        using var rest = await sender.PatchAsync(address, reached, bytes[(int)reached..]);
        Assert.Equal(HttpStatusCode.NoContent, rest.StatusCode);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), await site.HashOfAsync(address));
        Assert.Equal(bytes[..1000], await planner.DownloadAsync($"/arquivos/{id}"));
    }

    [Fact]
    public async Task What_the_scanner_finds_is_refused_and_what_it_cannot_look_at_waits_for_a_person()
    {
        var threat = await SendAsync("threat.pdf", [.. SampleFiles.Pdf(), .. "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"u8]);
        Assert.Equal("Refused virus.found", await JudgedAsync(threat));
        var page = await (await site.OnLineAsync(Person.Dentist)).GetAsync($"/casos/{await site.CaseAsync()}/passos/files/arquivos");
        Assert.Contains("O antivírus encontrou uma ameaça", page.Text, StringComparison.Ordinal);
        Assert.Equal("Fine ", await JudgedAsync(await SendAsync("good.pdf", SampleFiles.Pdf())));
        Assert.Equal("AtRisk virus.too-large", await JudgedAsync(await SendAsync("large.pdf", [.. SampleFiles.Pdf(), .. new byte[3 << 20], .. SampleFiles.Pdf()])));

        site.Scanner.IsAway = true;
        var waiting = await SendAsync("waiting.pdf", SampleFiles.Pdf());
        Assert.Equal("AtRisk ", await JudgedAsync(waiting));
        Assert.True(await site.Database.AskAsync<bool>($"select (verdict->>'couldNotLook')::boolean and checks = 4 from files.file where id = '{waiting}'"));
        site.Scanner.IsAway = false;
    }

    /// <summary>All three times in <c>./test --all</c>; otherwise two of them are only written down.</summary>
    [Fact]
    public async Task A_check_that_dies_three_times_waits_for_a_person()
    {
        site.Scanner.Hangs = true;
        var id = await SendAsync("hangs.pdf", SampleFiles.Pdf());
        if (!SendingThroughTroubleTests.IsLong) await site.Database.DoAsync($"update files.file set checks = checks + 2 where id = '{id}'");
        for (var run = SendingThroughTroubleTests.IsLong ? 1 : 3; run <= 3; run++)
        {
            await Eventually.IsSoAsync($"run {run}", async () =>
            {
                site.Clock.Pass(TimeSpan.FromSeconds(61));
                return await site.Database.AskAsync<bool>($"select checks = {run} from files.file where id = '{id}'") && site.Scanner.Asked > 0;
            });
            await site.RestartAsync();
        }

        Assert.Equal("AtRisk ", await JudgedAsync(id));
        site.Scanner.Hangs = false;
    }

    async Task<TusClient> SenderAsync() => new(await site.OnLineAsync(Person.Dentist), await site.CaseAsync(), "clinical-sheet");

    /// <summary>Of the file.</summary>
    async Task<string> SendAsync(string name, byte[] bytes)
    {
        using var sent = await (await SenderAsync()).CreateAsync(bytes.Length, name, bytes);
        Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
        return await site.Database.AskAsync<string>($"select id::text from files.file where upload_id = '{sent.Headers.Location!.OriginalString.Split('/')[^1]}'");
    }

    /// <summary>Once it is: its state, and the rule that weighs most.</summary>
    async Task<string> JudgedAsync(string id)
    {
        await Eventually.IsSoAsync("the checks", async () =>
        {
            site.Clock.Pass(TimeSpan.FromSeconds(61));
            return await site.Database.AskAsync<bool>($"select state <> 'Checking' from files.file where id = '{id}'");
        }, TimeSpan.FromSeconds(20));
        return await site.Database.AskAsync<string>($"select state || ' ' || coalesce(verdict->'findings'->0->>'rule', '') from files.file where id = '{id}'");
    }

    /// <summary>That the store is away, if the answer came before the line broke.</summary>
    static async Task Told(Task<HttpResponseMessage> sending)
    {
        try
        {
            using var answer = await sending;
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.Contains("o envio continua sozinho", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        catch (HttpRequestException)
        {
            // It did not.
        }
    }
}

/// <summary>A body that stops after some bytes until it is told to go on.</summary>
/// <param name="bytes">All of it.</param>
/// <param name="first">How many come first.</param>
sealed class HeldContent(byte[] bytes, int first) : HttpContent
{
    readonly TaskCompletionSource held = new(), on = new();

    public Task IsHeld => held.Task;

    public void GoOn() => on.SetResult();

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(bytes.AsMemory(0, first));
        await stream.FlushAsync();
        held.SetResult();
        await on.Task;
        await stream.WriteAsync(bytes.AsMemory(first));
    }

    protected override bool TryComputeLength(out long length)
    {
        length = bytes.Length;
        return true;
    }
}
