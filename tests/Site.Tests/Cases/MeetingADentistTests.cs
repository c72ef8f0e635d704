using System.Globalization;
using System.Net;

using Microsoft.Extensions.DependencyInjection;

using Percurso.Cases.Steps.Meeting;
using Percurso.Scheduling.Contracts;
using Percurso.Testing;
using Percurso.Testing.Http;
using Percurso.Testing.Mail;

namespace Percurso.Tests.Cases;

/// <summary>The fifth step, on the demonstration's cases. Each test has a case of its own, so that none depends on another.</summary>
public sealed partial class MeetingADentistTests(Site site) : IClassFixture<Site>
{
    /// <summary>Of the case that a test asked for first.</summary>
    string number = "";

    [Fact]
    public async Task A_time_is_booked_moved_and_cancelled_and_both_calendars_follow_with_a_reminder_before_and_minutes_after()
    {
        var path = await MeetingAsync(Person.Dentist, "noemia");
        var (dentist, planner) = (await site.SignedInAsync(Person.Dentist), await site.SignedInAsync(Person.Planner));
        var page = await dentist.GetAsync(path);
        Assert.Contains("Horários que a empresa propõe", page.Text, StringComparison.Ordinal);
        Assert.Contains("horário de Brasília", page.Text, StringComparison.Ordinal);
        var times = Times(page);

        // Somebody else is quicker.
        var planners = await site.Database.AskAsync<Guid>($"select id from accounts.account where email = '{Person.Planner.Email}'");
        await using (var scope = site.Services.CreateAsyncScope())
            Assert.NotNull(await scope.ServiceProvider.GetRequiredService<IBookings>().BookAsync("test", Guid.CreateVersion7(), new(planners, Moment(times[3]).UtcDateTime), CancellationToken.None));
        var refused = await PostAsync(dentist, path, "Book", ("inicio", times[3]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("não está mais livre", refused.Text, StringComparison.Ordinal);
        Assert.Equal(3, refused.Document.QuerySelectorAll("section[aria-labelledby=perto] .time-chip").Length);

        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(dentist, path, "Book", ("inicio", times[5]))).Status);
        var booked = await LettersAsync("REQUEST", 2);
        Assert.Equal([Person.Dentist.Email, Person.Planner.Email], booked.Select(letter => letter.To.Single()).Order());
        Assert.DoesNotContain("Noêmia", string.Concat(booked.Select(letter => letter.Subject + letter.Calendar)), StringComparison.Ordinal);
        Assert.Contains($"DTSTART:{times[5].Replace("-", "", StringComparison.Ordinal).Replace(":", "", StringComparison.Ordinal)}", booked[0].Calendar, StringComparison.Ordinal);
        Assert.Equal("0", Line(booked[0], "SEQUENCE"));

        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(dentist, path, "Move", ("inicio", times[9]))).Status);
        Assert.Equal("1", Line((await LettersAsync("REQUEST", 4))[^1], "SEQUENCE"));
        Assert.Contains("https://", (await PostAsync(planner, path, "Place", ("Room.Address", "http://salas.example/x"))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(planner, path, "Place", ("Room.Address", "https://salas.example/x"))).Status);
        var placed = (await LettersAsync("REQUEST", 6))[^1];
        Assert.Equal(("2", "https://salas.example/x"), (Line(placed, "SEQUENCE"), Line(placed, "LOCATION")));
        Assert.Contains("https://salas.example/x", (await dentist.GetAsync(path)).Source, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(dentist, path, "Cancel")).Status);
        var cancelled = (await LettersAsync("CANCEL", 2))[^1];
        Assert.Equal(("3", Line(booked[0], "UID")), (Line(cancelled, "SEQUENCE"), Line(cancelled, "UID")));

        // Booked again, and time passes: a reminder the day before and one an hour before, and then the minutes.
        await PostAsync(dentist, path, "Book", ("inicio", times[5]));
        Assert.Contains("ainda não começou", (await PostAsync(planner, path, "Write", ("Minutes.Text", "Cedo demais."))).Text, StringComparison.Ordinal);
        site.Clock.Pass(Moment(times[5]).AddHours(-23) - site.Clock.GetUtcNow());
        await RemindAsync();
        await RemindAsync();
        await SoonAsync(2);
        site.Clock.Pass(TimeSpan.FromHours(22.5));
        await RemindAsync();
        await SoonAsync(4);
        Assert.Contains("perto demais", (await PostAsync(await site.SignedInAnewAsync(Person.Dentist), path, "Cancel")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Minutes_are_confirmed_by_a_dentist_and_stay_readable()
    {
        var path = await MeetingAsync(Person.Dentist, "laercio");
        var (dentist, planner) = (await site.SignedInAsync(Person.Dentist), await site.SignedInAsync(Person.Planner));
        Assert.Contains("O 14 fica 1 mm mais distal.", (await dentist.GetAsync(path)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(await site.SignedInAsync(Person.Assistant), path, "Confirm")).Status);
        foreach (var (handler, field, text) in new[] { ("Write", "Minutes.Text", "O 14 sai."), ("Place", "Room.Address", "https://salas.example/y") })
            Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(dentist, path, handler, (field, text))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(dentist, path, "Dispute")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(dentist, path, "Dispute", ("Back.Words", "Era 1,5 mm."))).Status);
        Assert.Contains("Era 1,5 mm.", (await planner.GetAsync(path)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(dentist, path, "Confirm")).Status);

        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(planner, path, "Write", ("Minutes.Text", "O 14 fica 1,5 mm mais distal.\n\nAnilhas de 5 mm."))).Status);
        var read = Number(await dentist.GetAsync(path));
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(planner, path, "Write", ("Minutes.Text", "O 14 fica 1,5 mm mais distal.\nAnilhas de 5,5 mm."))).Status);
        var unread = await PostAsync(dentist, path, "Confirm", ("ata", read));
        Assert.Contains("A ata mudou enquanto você lia", unread.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(dentist, path, "Confirm", ("ata", Number(unread)))).Status);

        Assert.Equal("Done", await site.Database.AskAsync<string>($"select state from cases.step where case_id = '{path.Split('/')[2]}' and key = 'meeting'"));
        var page = await dentist.GetAsync(path);
        Assert.Equal(["O 14 fica 1,5 mm mais distal.", "Anilhas de 5,5 mm."], page.Document.QuerySelectorAll("section[aria-labelledby=ata] li").Select(line => line.TextContent));
        Assert.Contains("O 14 fica 1 mm mais distal.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_approved_is_not_taken_back_while_a_meeting_stands()
    {
        var path = await MeetingAsync(Person.Stranger, "enio");
        var dentist = await site.SignedInAsync(Person.Stranger);
        var plan = path.Replace("meeting/videoconferencia", "preview/revisao", StringComparison.Ordinal);

        Assert.Contains("O caminho já seguiu", (await PostAsync(dentist, plan, "TakeBack")).Text, StringComparison.Ordinal);
    }

    async Task<IReadOnlyList<ReceivedLetter>> LettersAsync(string method, int count)
    {
        IReadOnlyList<ReceivedLetter> Found() => [.. site.Mail.Letters.Where(letter => letter.Calendar.Contains($"METHOD:{method}\r\n", StringComparison.Ordinal) && letter.Calendar.Contains(number, StringComparison.Ordinal))];
        await Eventually.IsSoAsync($"{count} invitations", () => Task.FromResult(Found().Count >= count));
        return Found();
    }

    async Task RemindAsync()
    {
        await using var scope = site.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<RemindOfMeetings>(scope.ServiceProvider).RunAsync(CancellationToken.None);
    }

    Task SoonAsync(int count) => Eventually.IsSoAsync($"{count} reminders", () => Task.FromResult(
        site.Mail.Letters.Count(letter => letter.Subject.Contains(number, StringComparison.Ordinal) && (letter.Subject.Contains("lembrete", StringComparison.Ordinal) || letter.Subject.Contains("menos de uma hora", StringComparison.Ordinal))) == count));

    async Task<string> MeetingAsync(Person dentist, string patient)
    {
        var home = await (await site.SignedInAsync(dentist)).GetAsync($"/inicio?q={patient}");
        var path = home.Document.QuerySelector("main table th a")!.GetAttribute("href")!;
        if (number.Length == 0) number = await site.Database.AskAsync<string>($"select number from cases.\"case\" where id = '{path.Split('/')[2]}'");
        return $"{path}/passos/meeting/videoconferencia";
    }

    /// <summary>Of the minutes on the page.</summary>
    static string Number(Page page) => page.Document.QuerySelector("input[name=ata]")!.GetAttribute("value")!;

    static DateTimeOffset Moment(string value) => DateTimeOffset.Parse(value, CultureInfo.InvariantCulture);

    static string Line(ReceivedLetter letter, string name) =>
        letter.Calendar.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n").Single(line => line.StartsWith(name + ":", StringComparison.Ordinal))[(name.Length + 1)..];

    static List<string> Times(Page page) => [.. page.Document.QuerySelectorAll("section[aria-labelledby=livres] input[name=inicio]").Select(input => input.GetAttribute("value")!)];

    static async Task<Page> PostAsync(Visitor who, string path, string handler, params (string, string)[] fields)
    {
        var token = (await who.GetAsync("/sair")).Forms.Select(form => form.ValueOf("__RequestVerificationToken")).FirstOrDefault(one => one is not null);
        return await who.PostAsync($"{path}?handler={handler}", [.. fields, ("__RequestVerificationToken", token ?? "")]);
    }
}
