using System.Net;
using System.Security.Cryptography;

using Percurso.Testing;

namespace Percurso.Tests.Files;

/// <summary>Who may send, and what is left when a line breaks.</summary>
public sealed class SendingTests(SendingSite site) : IClassFixture<SendingSite>
{
    [Fact]
    public async Task A_line_that_breaks_loses_nothing_that_came()
    {
        var bytes = RandomNumberGenerator.GetBytes(8 << 20);
        var sender = await site.SenderAsync(Person.Dentist);
        var address = await sender.BeginAsync(bytes.Length);
        var again = 0L;
        for (var (offset, cut) = (0L, 0); offset < bytes.Length; cut++)
        {
            var rest = bytes[(int)offset..];
            if (cut < 10)
            {
                var sent = Math.Min(rest.Length, 700_000);
                await Assert.ThrowsAnyAsync<Exception>(() => sender.PatchAsync(address, offset, new CutContent(rest, sent)));
                var reached = await sender.OffsetAsync(address);
                Assert.InRange(offset + sent - reached, 0, 1 << 20);
                again += offset + sent - reached;
                offset = reached;
            }
            else
            {
                using var last = await sender.PatchAsync(address, offset, rest);
                Assert.Equal(HttpStatusCode.NoContent, last.StatusCode);
                break;
            }
        }

        Assert.InRange(again, 0, 10 << 20);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), await site.HashOfAsync(address));
    }

    [Fact]
    public async Task Eight_files_at_once_arrive_whole_and_of_two_nodes_one_checks_each()
    {
        await site.StartAnotherAsync();
        var (sender, sheet) = (await site.SenderAsync(Person.Dentist, "smile-photos"), SampleFiles.Pdf());
        var sent = await Task.WhenAll(Enumerable.Range(0, 8).Select(async number =>
        {
            var bytes = sheet.Concat(new byte[1 << 20]).Concat(RandomNumberGenerator.GetBytes(100_000 * number)).Concat(sheet).ToArray();
            var address = await sender.BeginAsync(bytes.Length);
            for (var offset = 0; offset < bytes.Length; offset += 300_000)
                using (await sender.PatchAsync(address, offset, bytes[offset..Math.Min(bytes.Length, offset + 300_000)])) { }
            return (Address: address, Hash: Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }));

        foreach (var one in sent) Assert.Equal(one.Hash, await site.HashOfAsync(one.Address));
        var ids = string.Join(',', sent.Select(one => $"'{one.Address.Split('/')[^1]}'"));
        await Eventually.IsSoAsync("the checks", async () => await site.Database.AskAsync<long>($"select count(*) from files.file where upload_id in ({ids}) and state <> 'Checking' and checks = 1") == 8);
        Assert.Equal(8, await site.Database.AskAsync<long>($"select count(distinct number) from files.file where upload_id in ({ids})"));
    }

    [Fact]
    public async Task Whoever_may_not_see_the_case_finds_nothing_to_send_to()
    {
        foreach (var person in new[] { null, Person.Stranger, Person.Marketing })
        {
            using var answer = await (await site.SenderAsync(person)).CreateAsync(10);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        // The company reads; what dentists send it does not send for them.
        using var company = await (await site.SenderAsync(Person.Planner)).CreateAsync(10);
        Assert.Equal(HttpStatusCode.NotFound, company.StatusCode);
        using var locked = await (await site.SenderAsync(Person.Dentist, nickname: "molar direito")).CreateAsync(10);
        Assert.Equal(HttpStatusCode.Forbidden, locked.StatusCode);
    }

    [Fact]
    public async Task Nobody_goes_on_with_somebody_elses_upload()
    {
        var address = await (await site.SenderAsync(Person.Dentist)).BeginAsync(10);
        foreach (var person in new[] { null, Person.Stranger, Person.Assistant, Person.Planner, Person.Administrator })
        {
            var other = await site.SenderAsync(person);
            foreach (var verb in new[] { "HEAD", "PATCH", "DELETE" })
            {
                using var answer = await other.SendAsync(new(verb), address, verb == "PATCH" ? new ByteArrayContent([1]) : null, ("Upload-Offset", "0"));
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            }

            using var joined = await other.CreateAsync(0, "x", null, ("Upload-Length", ""), ("Upload-Concat", $"final;{address}"));
            Assert.Equal(HttpStatusCode.NotFound, joined.StatusCode);
        }

        Assert.Equal(0, await (await site.SenderAsync(Person.Dentist)).OffsetAsync(address));
    }

    [Fact]
    public async Task What_nobody_goes_on_with_for_a_week_is_gone()
    {
        var sender = await site.SenderAsync(Person.Assistant);
        var address = await sender.BeginAsync(10);
        site.Clock.Pass(TimeSpan.FromDays(8));

        using var late = await sender.HeadAsync(address);

        Assert.Equal(HttpStatusCode.Gone, late.StatusCode);
    }
}
