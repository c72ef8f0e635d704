using System.Globalization;
using System.Text;

namespace Percurso.Files.Checks.Dicom;

enum NameMatch { Same, Near, Other, None }

/// <summary>
/// Compares the name in an exam (PS3.5, 6.2, PN) with the case's: accents, capitals, order and carets mean nothing, an initial stands for a word, a
/// question mark for a letter the machine could not write, and either may leave words out.
/// </summary>
static class PersonName
{
    static readonly HashSet<string> particles = ["DE", "DA", "DO", "DAS", "DOS", "E", "SR", "SRA", "DR", "DRA"];

    /// <summary>As people read it.</summary>
    public static string Readable(string name) => string.Join(' ', name.Split('=')[0].Split(['^', ' '], StringSplitOptions.RemoveEmptyEntries)) is var read && read.Length > 80 ? read[..80] : read;

    public static NameMatch Compare(string inExam, string inCase)
    {
        var (exam, known) = (Words(inExam), Words(inCase));
        if (exam.Count == 0 || IsNobody(exam)) return NameMatch.None;
        if (known.Count == 0) return NameMatch.Same;

        var (fewer, more) = exam.Count <= known.Count ? (exam, known) : (known, exam);
        var shared = fewer.Count(word => more.Exists(other => IsSame(word, other)));
        if (shared == fewer.Count && (shared >= 2 || shared == more.Count)) return NameMatch.Same;
        return shared >= 2 || shared == 1 && fewer.Count == 1 ? NameMatch.Near : NameMatch.Other;
    }

    static bool IsNobody(List<string> words) => words is ["ANONYMOUS" or "ANONYMIZED" or "ANONIMO" or "ANON" or "NONAME", ..] or ["NO", "NAME", ..];

    static bool IsSame(string one, string other) =>
        one == other
        || one.Length == 1 && other[0] == one[0] || other.Length == 1 && one[0] == other[0]
        || one.Length == other.Length && one.Zip(other).All(letters => letters.First == letters.Second || letters.First == '?' || letters.Second == '?');

    static List<string> Words(string name)
    {
        var plain = new StringBuilder();
        foreach (var letter in Wellformed(name.Split('=')[0]).Normalize(NormalizationForm.FormD))
            if (char.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                plain.Append(letter is '?' or '\uFFFD' ? '?' : char.IsLetterOrDigit(letter) ? char.ToUpperInvariant(letter) : ' ');
        return [.. plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !particles.Contains(word)).Take(20)];
    }

    /// <summary>Half a surrogate pair cannot be normalised.</summary>
    static string Wellformed(string name) => string.Concat(name.EnumerateRunes().Where(rune => rune.Value != 0).Take(200));
}
