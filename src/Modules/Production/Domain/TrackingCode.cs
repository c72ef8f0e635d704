using System.Text.RegularExpressions;

namespace Percurso.Production.Domain;

/// <summary>A carrier's code. One of the posts' shape (UPU S10, <c>AA123456785BR</c>) bears a check digit, so that a slip of the hand is found.</summary>
static partial class TrackingCode
{
    public const int Longest = 40;

    static readonly int[] weights = [8, 6, 4, 2, 3, 5, 9, 7];

    /// <summary>As it is kept: capitals, without spaces.</summary>
    public static string? Read(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : string.Concat(typed.Where(letter => !char.IsWhiteSpace(letter))).ToUpperInvariant();

    /// <summary>False for one of the posts' shape whose check digit is wrong; what other carriers write is believed.</summary>
    public static bool IsSound(string code) => !Postal().IsMatch(code) || code[10] - '0' == CheckDigit(code.AsSpan(2, 8));

    static int CheckDigit(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < weights.Length; i++) sum += (digits[i] - '0') * weights[i];
        return (11 - sum % 11) switch { 10 => 0, 11 => 5, var digit => digit };
    }

    [GeneratedRegex("^[A-Z]{2}[0-9]{9}[A-Z]{2}$")]
    private static partial Regex Postal();
}
