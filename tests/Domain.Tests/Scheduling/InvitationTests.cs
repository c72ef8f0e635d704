using System.Text;
using System.Text.Json;

using Percurso.Scheduling.Contracts;
using Percurso.Testing;

namespace Percurso.Domain.Tests.Scheduling;

/// <summary>What calendars are sent, read by a reader that is not ours: npm's <c>ical.js</c>.</summary>
public sealed class InvitationTests
{
    static readonly Invitation first = new(
        "01a1fe@percurso.example", 0, new(2026, 11, 24, 17, 0, 0, DateTimeKind.Utc), new(2026, 11, 24, 17, 30, 0, DateTimeKind.Utc), new(2026, 11, 21, 12, 0, 0, DateTimeKind.Utc),
        "Videoconferência: caso 2026-0042", "Revisão do plano; leve o exame, a ficha e a agenda\\.\nEntre pela página do caso, com acentuação bastante para passar de setenta e cinco octetos numa linha só.",
        new("https://percurso.example/casos/01a1fe"), new("Percurso \"Planejamento\"", "agenda@percurso.example"), [new("Lúcia Moraes", "lucia@example.com")], IsCancelled: false);

    [Fact]
    public async Task A_calendar_reads_what_was_meant_and_a_change_replaces_it()
    {
        var moved = first with { Sequence = 1, StartsAt = first.StartsAt.AddHours(1), EndsAt = first.EndsAt.AddHours(1) };
        var cancelled = moved with { Sequence = 2, IsCancelled = true };

        var read = await ReadAsync(first, moved, cancelled);

        Assert.Equal(["0 REQUEST CONFIRMED 2026-11-24T17:00:00Z", "1 REQUEST CONFIRMED 2026-11-24T18:00:00Z", "2 CANCEL CANCELLED 2026-11-24T18:00:00Z"],
            read.Select(one => $"{one.GetProperty("sequence")} {one.GetProperty("method").GetString()} {one.GetProperty("status").GetString()} {one.GetProperty("start").GetString()}"));
        Assert.Equal([first.Uid], read.Select(one => one.GetProperty("uid").GetString()).Distinct());
        Assert.Equal(first.Summary, read[0].GetProperty("summary").GetString());
        Assert.Equal(first.Description, read[0].GetProperty("description").GetString());
        Assert.Equal("Lúcia Moraes mailto:lucia@example.com", read[0].GetProperty("attendee").GetString());
    }

    [Fact]
    public void No_line_has_more_than_75_octets_nor_a_letter_in_two()
    {
        var lines = first.ToString().Split("\r\n");

        Assert.All(lines, line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(first.ToString())));
        Assert.DoesNotContain('\n', string.Concat(lines));
    }

    [Fact]
    public void Nothing_somebody_is_called_becomes_a_line_of_its_own() =>
        Assert.DoesNotContain("\r\nATTENDEE:mailto:x", (first with { Organizer = new("Eva\r\nATTENDEE:mailto:x@example.com", "eva@example.com"), Summary = "a\r\nATTENDEE:mailto:x@example.com" }).ToString(), StringComparison.Ordinal);

    static async Task<IReadOnlyList<JsonElement>> ReadAsync(params Invitation[] invitations)
    {
        const string script =
            """
            import ICAL from "ical.js";
            const read = text => {
                const calendar = new ICAL.Component(ICAL.parse(text)), event = new ICAL.Event(calendar.getFirstSubcomponent("vevent")), one = event.component.getFirstProperty("attendee");
                return { uid: event.uid, sequence: event.sequence, method: calendar.getFirstPropertyValue("method"), status: event.component.getFirstPropertyValue("status"),
                    start: event.startDate.toString(), summary: event.summary, description: event.description, attendee: `${one.getParameter("cn")} ${one.getFirstValue()}` };
            };
            console.log(JSON.stringify(JSON.parse(process.argv[1]).map(read)));
            """;
        var (exit, said) = await Tool.RunAsync(Repository.Root, "node", "--input-type=module", "-e", script, JsonSerializer.Serialize(invitations.Select(one => one.ToString())));
        Assert.True(exit == 0, said);
        return [.. JsonDocument.Parse(said).RootElement.EnumerateArray()];
    }
}
