using System.Text;
using System.Text.RegularExpressions;

namespace Percurso.Kernel.Localization;

/// <summary>One message of a gettext file: its key (<c>msgid</c>) and its forms (<c>msgstr</c>, or <c>msgstr[0]</c>…).</summary>
public sealed record PoEntry(string Key, IReadOnlyList<string> Forms);

/// <summary>
/// Reads gettext's <c>.po</c> format (GNU gettext manual, "The Format of PO Files"): comments, strings continued over
/// lines, escapes, plural forms. Contexts are not used here.
/// </summary>
public static partial class PoFile
{
    /// <exception cref="FormatException">A line is none of these; the message names it by number.</exception>
    public static IReadOnlyList<PoEntry> Read(TextReader reader)
    {
        var entries = new List<PoEntry>();
        var key = new StringBuilder();
        var forms = new List<StringBuilder>();
        StringBuilder? open = null;

        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            line = line.Trim();
            if (line.Length == 0 || line[0] == '#') continue;

            if (Line().Match(line) is not { Success: true } parts) throw new FormatException($"Line {number} is not gettext: {line}");

            if (parts.Groups["word"].Value is { Length: > 0 } word)
            {
                if (word == "msgid") Close();
                open = word switch { "msgid" => key, "msgid_plural" => new(), _ => NewForm() };
            }

            (open ?? throw new FormatException($"Line {number} continues nothing.")).Append(Regex.Unescape(parts.Groups["text"].Value));
        }

        Close();
        return entries;

        StringBuilder NewForm()
        {
            forms.Add(new());
            return forms[^1];
        }

        void Close()
        {
            if (key.Length > 0 && forms.Count > 0 && forms.TrueForAll(form => form.Length > 0))
                entries.Add(new(key.ToString(), forms.ConvertAll(form => form.ToString())));
            key = new();
            forms = [];
        }
    }

    [GeneratedRegex("""^(?<word>msgid_plural|msgid|msgstr(\[\d\])?)?\s*"(?<text>([^"\\]|\\.)*)"$""")]
    private static partial Regex Line();
}
