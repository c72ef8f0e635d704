using System.Globalization;
using System.Text;

using Percurso.Kernel.Brazil;

namespace Percurso.Invoicing;

/// <summary>The IBGE's codes of Brazil's municípios, by UF and name as people write it.</summary>
sealed class Cities
{
    readonly Lazy<Dictionary<string, string>> codes = new(Read);

    /// <summary>Seven digits; null when the UF has no such município.</summary>
    public string? CodeOf(Uf uf, string city) => codes.Value.GetValueOrDefault(Key(uf.Value, city));

    static Dictionary<string, string> Read()
    {
        using var reader = new StreamReader(typeof(Cities).Assembly.GetManifestResourceStream("ibge-cities.txt")!);
        var codes = new Dictionary<string, string>();
        while (reader.ReadLine() is { } line)
            if (line.Length > 11 && line[0] != '#') codes[Key(line[8..10], line[11..])] = line[..7];
        return codes;
    }

    /// <summary>Without accents, case and apostrophes, which people leave out.</summary>
    static string Key(string uf, string city) => $"{uf} " + string.Concat(city.Trim().Normalize(NormalizationForm.FormD)
        .Where(one => CharUnicodeInfo.GetUnicodeCategory(one) is not UnicodeCategory.NonSpacingMark && char.IsLetterOrDigit(one))).ToUpperInvariant();
}
