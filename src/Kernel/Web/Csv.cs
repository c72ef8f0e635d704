using System.Text;

namespace Percurso.Kernel.Web;

/// <summary>A table for spreadsheets: semicolons, as Brazilian ones expect, and a byte-order mark so that accents survive.</summary>
public static class Csv
{
    public const string ContentType = "text/csv; charset=utf-8";

    public static byte[] Of(IEnumerable<string> heading, IEnumerable<IEnumerable<string>> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines.Prepend(heading)) text.AppendJoin(';', line.Select(Cell)).Append("\r\n");
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>
    /// What begins like a formula and is no number is made text by an apostrophe, also behind blanks; what holds a mark of the format is quoted
    /// (OWASP, CSV Injection; RFC 4180).
    /// </summary>
    public static string Cell(string text)
    {
        var bare = text.TrimStart();
        if (bare.Length > 0 && !IsNumber(text) && bare[0] is '=' or '+' or '-' or '@' or '\uff1d' or '\uff0b' or '\uff0d' or '\uff20' || text.StartsWith('\t') || text.StartsWith('\r')) text = "'" + text;
        return text.AsSpan().IndexOfAny(";\"\r\n") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    static bool IsNumber(string text) => text.Length > 1 && text[0] == '-' && text.Skip(1).All(one => char.IsAsciiDigit(one) || one is '.' or ',');
}
