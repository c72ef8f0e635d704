using System.Globalization;
using System.Text;

namespace Percurso.Scheduling.Contracts;

/// <summary>Somebody in an invitation.</summary>
public sealed record Invited(string Name, string Email);

/// <summary>A meeting as calendars take it (RFC 5545 and 5546): the same <see cref="Uid"/> for ever, a higher <see cref="Sequence"/> with each change.</summary>
/// <param name="Uid">Of the meeting, unlike any other's anywhere.</param>
/// <param name="StartsAt">UTC.</param>
/// <param name="EndsAt">UTC.</param>
/// <param name="Stamp">When this was written. UTC.</param>
/// <param name="Summary">Shown in lists of a calendar that others may see: no patient's name.</param>
/// <param name="Place">Where one goes: an address of the site.</param>
public sealed record Invitation(
    string Uid, int Sequence, DateTime StartsAt, DateTime EndsAt, DateTime Stamp, string Summary, string Description, Uri Place, Invited Organizer, IReadOnlyList<Invited> Attendees, bool IsCancelled)
{
    /// <summary>Octets a line may have (RFC 5545, 3.1).</summary>
    const int Longest = 75;

    /// <summary><c>REQUEST</c> or <c>CANCEL</c>; the letter's part must name the same.</summary>
    public string Method => IsCancelled ? "CANCEL" : "REQUEST";

    /// <summary>The file, in lines that end in CRLF.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var line in Lines()) Fold(text, line);
        return text.ToString();
    }

    IEnumerable<string> Lines() =>
    [
        "BEGIN:VCALENDAR", "PRODID:-//Percurso//Agenda//PT-BR", "VERSION:2.0", "CALSCALE:GREGORIAN", $"METHOD:{Method}",
        "BEGIN:VEVENT",
        $"UID:{Text(Uid)}",
        string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{Sequence}"),
        $"DTSTAMP:{Moment(Stamp)}", $"DTSTART:{Moment(StartsAt)}", $"DTEND:{Moment(EndsAt)}",
        $"SUMMARY:{Text(Summary)}", $"DESCRIPTION:{Text(Description)}", $"LOCATION:{Text(Place.AbsoluteUri)}", $"URL:{Place.AbsoluteUri}",
        $"ORGANIZER;CN={Quoted(Organizer.Name)}:mailto:{Organizer.Email}",
        .. Attendees.Select(one => $"ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN={Quoted(one.Name)}:mailto:{one.Email}"),
        $"STATUS:{(IsCancelled ? "CANCELLED" : "CONFIRMED")}", "TRANSP:OPAQUE",
        "END:VEVENT", "END:VCALENDAR",
    ];

    static string Moment(DateTime moment) => moment.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    static string Text(string words) => Plain(words).Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal).ReplaceLineEndings("\\n");

    /// <summary>A parameter's value may hold no quotation mark (RFC 5545, 3.2).</summary>
    static string Quoted(string words) => $"\"{Plain(words).ReplaceLineEndings(" ").Replace('"', '\'')}\"";

    static string Plain(string words) => string.Concat(words.Where(letter => letter is '\n' or '\r' or '\t' || !char.IsControl(letter)));

    /// <summary>Never within a letter, however many octets it has.</summary>
    static void Fold(StringBuilder text, string line)
    {
        var used = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (used + rune.Utf8SequenceLength > Longest)
            {
                text.Append("\r\n ");
                used = 1;
            }

            text.Append(rune);
            used += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
