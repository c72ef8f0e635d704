using System.Net;
using System.Text.Json;

using Percurso.Testing;
using Percurso.Testing.Http;

namespace Percurso.Tests.Meetings;

/// <summary>The room of a meeting as the site keeps it: who comes near it, who lets whom in, what passes between browsers on two nodes, what is kept.</summary>
public sealed class MeetingInARoomTests(SiteWithRelay site) : IClassFixture<SiteWithRelay>
{
    [Fact]
    public async Task Whoever_may_not_see_the_case_finds_no_room()
    {
        var (step, room) = await RoomAsync("noemia", Person.Dentist);
        foreach (var person in new[] { Person.Stranger, Person.Marketing })
        {
            var visitor = await site.SignedInAsync(person);
            foreach (var path in new[] { "servidores", "medida" }) Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"{room}/{path}")).Status);
            foreach (var path in new[] { "medida", "linha/negotiate?negotiateVersion=1" }) Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync($"{room}/{path}")).Status);
            await Assert.ThrowsAsync<InvalidOperationException>(() => site.SocketAsync(person, $"{room}/linha"));
        }

        await Assert.ThrowsAsync<InvalidOperationException>(() => site.SocketAsync(null, $"{room}/linha"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => site.SocketAsync(Person.Dentist, $"{room}/linha", origin: "https://elsewhere.example"));

        // Whoever of the staff sees the site as the dentist reads the step, and sits in nobody's place.
        var staff = await site.SignedInAnewAsync(Person.Administrator);
        var dentist = await site.Database.AskAsync<Guid>($"select id from accounts.account where email = '{Person.Dentist.Email}'");
        await (await staff.GetAsync($"/admin/pessoas/{dentist}/ver-como")).Form().Fill("Input.Reason", "Ajuda por telefone.").SendAsync();
        Assert.Equal(HttpStatusCode.OK, (await staff.GetAsync(step)).Status);
        Assert.Equal(step, (await staff.GetAsync(step.Replace("videoconferencia", "sala", StringComparison.Ordinal))).LeadsTo);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"{room}/servidores")).Status);

        using var allowed = await site.SocketAsync(Person.Dentist, $"{room}/linha", origin: "http://localhost");
    }

    [Fact]
    public async Task A_guest_asks_a_host_lets_in_and_what_they_say_passes_between_two_nodes_and_is_kept()
    {
        var (path, room) = await RoomAsync("noemia", Person.Dentist);
        await site.StartAnotherAsync();
        await using var dentist = await RoomLine.OpenAsync(site, Person.Dentist, room);
        await using var planner = await RoomLine.OpenAsync(site, Person.Planner, room, there: true);

        Assert.Equal("waiting", await dentist.EnterAsync());
        var entered = await planner.AskAsync("Enter", [null]);
        var (own, guest) = (entered.GetProperty("visit").GetGuid(), entered.GetProperty("people").EnumerateArray().Single(one => one.GetProperty("waits").GetBoolean()).GetProperty("visit").GetGuid());
        foreach (var (method, arguments) in new (string, object?[])[] { ("Say", ["Já estou aqui."]), ("Signal", [own, "x"]), ("Share", ["{}"]), ("LetIn", [guest]), ("End", []) })
            Assert.Equal("outside", (await Assert.ThrowsAsync<InvalidOperationException>(() => dentist.AskAsync(method, arguments))).Message);
        Assert.DoesNotContain(planner.Heard, one => one.Name is "signal" or "line" or "shared");

        Assert.True((await planner.AskAsync("LetIn", guest)).GetBoolean());
        Assert.Equal("inside", (await dentist.HearAsync("let-in")).GetProperty("state").GetString());

        // Longer than a notification of the database.
        var description = new string('v', 20_000);
        await planner.AskAsync("Signal", guest, description);
        Assert.Equal((own, description), (await dentist.HearAsync("signal")) is var signal ? (signal.GetProperty("from").GetGuid(), signal.GetProperty("body").GetString()) : default);
        await dentist.AskAsync("Share", """{"kind":"view"}""");
        await planner.HearAsync("shared");
        await dentist.AskAsync("Say", "  A 24 pode ir mais fundo?\0 ");
        var line = await planner.HearAsync("line");
        Assert.Equal(("Lúcia Moraes", "A 24 pode ir mais fundo?"), (line.GetProperty("name").GetString(), line.GetProperty("text").GetString()));
        Assert.Equal("too-long", (await Assert.ThrowsAsync<InvalidOperationException>(() => dentist.AskAsync("Say", new string('a', 2001)))).Message);
        Assert.Equal(0, await site.Database.AskAsync<long>("select count(*) from meetings.parcel"));

        // An assistant waits, lets nobody in, is sent away, and asks anew.
        await using (var assistant = await RoomLine.OpenAsync(site, Person.Assistant, room))
        {
            var asked = await assistant.AskAsync("Enter", [null]);
            await Assert.ThrowsAsync<InvalidOperationException>(() => dentist.AskAsync("LetIn", asked.GetProperty("visit").GetGuid()));
            Assert.DoesNotContain("Tiago", (await dentist.AskAsync("Here")).GetRawText(), StringComparison.Ordinal);
            await planner.AskAsync("Refuse", asked.GetProperty("visit").GetGuid());
            await assistant.HearAsync("refused");
            Assert.Equal("waiting", await assistant.EnterAsync());
        }

        // Whoever was let in comes back by themselves, and finds what was written; the other window is told.
        await using var again = await RoomLine.OpenAsync(site, Person.Dentist, room, there: true);
        var back = await again.AskAsync("Enter", [null]);
        Assert.Equal(("inside", 1), (back.GetProperty("state").GetString(), back.GetProperty("lines").GetArrayLength()));
        await dentist.HearAsync("elsewhere");

        // The host ends it for all; the chat stays with the case, for both sides.
        await planner.AskAsync("End");
        await again.HearAsync("ended");
        Assert.Equal("over", await again.EnterAsync());
        foreach (var person in new[] { Person.Dentist, Person.Planner })
            Assert.Contains("A 24 pode ir mais fundo?", (await (await site.SignedInAsync(person)).GetAsync(path)).Text, StringComparison.Ordinal);
        var closed = await (await site.SignedInAsync(Person.Planner)).GetAsync(path.Replace("videoconferencia", "sala", StringComparison.Ordinal));
        Assert.Contains("encerrou a sala", closed.Text, StringComparison.Ordinal);
        await closed.Form("form[action*=Reopen]").SendAsync();
        Assert.Equal("inside", await again.EnterAsync());

        // Rights are asked at each call: the meeting is cancelled, and the line is deaf.
        await PostAsync(await site.SignedInAsync(Person.Planner), path, "Cancel", ("Back.Words", "Adoeci."));
        await Assert.ThrowsAsync<InvalidOperationException>(() => again.AskAsync("Say", "Ainda aqui?"));
        Assert.Equal("over", (await again.AskAsync("Here")).GetProperty("state").GetString());
        Assert.Contains("A 24 pode ir mais fundo?", JsonSerializer.Serialize(await site.Database.AskAsync<string>("select text from meetings.chat_line")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_room_opens_some_minutes_before_the_time_with_a_pass_for_the_relay_and_closes_after_it()
    {
        await site.Database.DoAsync("""update kernel.setting set value = '{"early":15,"late":120}' where key = 'meetings.rules'""");
        try
        {
            var (path, room) = await RoomAsync("enio", Person.Stranger);
            var start = await site.Database.AskAsync<DateTime>($"select starts_at from cases.meeting where case_id = '{path.Split('/')[2]}'");
            await using var early = await RoomLine.OpenAsync(site, Person.Planner, room);
            Assert.Equal("not-yet", await early.EnterAsync());
            Assert.Contains("\"servers\":[]", (await (await site.SignedInAsync(Person.Planner)).GetAsync($"{room}/servidores")).Source, StringComparison.Ordinal);

            site.Clock.Pass(start.AddMinutes(-15) - site.Clock.GetUtcNow().UtcDateTime);
            await using var planner = await RoomLine.OpenAsync(site, Person.Planner, room);
            Assert.Equal("inside", await planner.EnterAsync());
            var servers = JsonDocument.Parse((await (await site.SignedInAnewAsync(Person.Planner)).GetAsync($"{room}/servidores")).Source).RootElement;
            var relay = servers.GetProperty("servers")[1];
            var until = site.Clock.GetUtcNow().AddHours(6).ToUnixTimeSeconds();
            Assert.StartsWith($"{until}:", relay.GetProperty("username").GetString(), StringComparison.Ordinal);
            Assert.Equal(await HmacAsync(relay.GetProperty("username").GetString()!), relay.GetProperty("credential").GetString());

            site.Clock.Pass(TimeSpan.FromMinutes(15 + 30 + 120 + 1));
            await using var late = await RoomLine.OpenAsync(site, Person.Planner, room);
            Assert.Equal("over", await late.EnterAsync());
            Assert.Contains("A hora desta videoconferência passou", (await (await site.SignedInAnewAsync(Person.Planner)).GetAsync(path.Replace("videoconferencia", "sala", StringComparison.Ordinal))).Text, StringComparison.Ordinal);
        }
        finally
        {
            await site.Database.DoAsync("""update kernel.setting set value = '{"early":20160,"late":120}' where key = 'meetings.rules'""");
        }
    }

    /// <summary>By another program than ours.</summary>
    static async Task<string> HmacAsync(string username) =>
        (await Tool.RunAsync("/", "sh", "-c", $"printf %s '{username}' | openssl dgst -sha1 -hmac '{SiteWithRelay.Secret}' -binary | base64")).Said.Trim();

    /// <summary>The page of the step, and where its room's line is. A time is booked if none is.</summary>
    async Task<(string Path, string Room)> RoomAsync(string patient, Person dentist)
    {
        var visitor = await site.SignedInAnewAsync(dentist);
        var path = $"{(await visitor.GetAsync($"/inicio?q={patient}")).Document.QuerySelector("main table th a")!.GetAttribute("href")}/passos/meeting/videoconferencia";
        if ((await visitor.GetAsync(path)).Document.QuerySelector("section[aria-labelledby=livres] input[name=inicio]")?.GetAttribute("value") is { } free) await PostAsync(visitor, path, "Book", ("inicio", free));
        var room = await site.Database.AskAsync<Guid>($"select r.id from meetings.room r join cases.meeting m on m.booking_id = r.booking_id where m.case_id = '{path.Split('/')[2]}'");
        return (path, $"/reunioes/{room}");
    }

    static async Task PostAsync(Visitor who, string path, string handler, params (string, string)[] fields)
    {
        var token = (await who.GetAsync("/sair")).Forms.Select(form => form.ValueOf("__RequestVerificationToken")).FirstOrDefault(one => one is not null);
        Assert.Equal(HttpStatusCode.Redirect, (await who.PostAsync($"{path}?handler={handler}", [.. fields, ("__RequestVerificationToken", token ?? "")])).Status);
    }
}
