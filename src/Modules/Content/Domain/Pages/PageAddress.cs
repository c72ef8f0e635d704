using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

using Percurso.Kernel;
using Percurso.Kernel.Localization;

namespace Percurso.Content.Domain.Pages;

/// <summary>
/// Where a page is found: a language and a path in it without slashes around, such as <c>quem-somos</c> or <c>servicos/guias</c>; the first
/// page's is empty. Portuguese stands at the root, other languages under their own letters: <c>/en/about</c>.
/// </summary>
static partial class PageAddress
{
    public const int Length = 160;

    /// <summary>The whole path.</summary>
    public static string PathOf(string culture, string address) =>
        culture == Translations.Cultures[0].Name ? $"/{address}"
        : address.Length == 0 ? $"/{Prefix(culture)}" : $"/{Prefix(culture)}/{address}";

    /// <summary>Which language and address a path asks for; nothing is known of whether there is a page.</summary>
    public static (CultureInfo Culture, string Address) Of(string? path)
    {
        var rest = (path ?? "").Trim('/');
        foreach (var culture in Translations.Cultures.Skip(1))
        {
            if (rest == Prefix(culture.Name)) return (culture, "");
            if (rest.StartsWith(Prefix(culture.Name) + "/", StringComparison.Ordinal)) return (culture, rest[(Prefix(culture.Name).Length + 1)..]);
        }

        return (Translations.Cultures[0], rest);
    }

    /// <summary>What a person typed, or a title, as an address: small letters without accents, digits, hyphens.</summary>
    /// <exception cref="RuleBrokenException">Nothing is left, it is too long, or it would look like another language.</exception>
    public static string Parse(string typed)
    {
        var address = string.Join('/', typed.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Segment).Where(part => part.Length > 0));
        if (address.Length == 0) throw new RuleBrokenException("Escreva o endereço da página com letras ou números, como quem-somos.");
        if (address.Length > Length) throw new RuleBrokenException("O endereço passa de 160 letras. Escreva-o mais curto.");
        if (Translations.Cultures.Any(culture => address.Split('/')[0] == Prefix(culture.Name)))
            throw new RuleBrokenException("Este começo de endereço é o de um idioma do site. Escolha outro.");
        return address;
    }

    /// <summary>What a title becomes; one without letters for it becomes <c>pagina</c>.</summary>
    public static string From(string title) => Segment(title) is { Length: > 0 } address ? address[..Math.Min(address.Length, Length - 10)].Trim('-') : "pagina";

    static string Segment(string words)
    {
        var plain = new StringBuilder();
        foreach (var letter in words.Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark) plain.Append(char.ToLowerInvariant(letter));
        return Other().Replace(plain.ToString(), "-").Trim('-');
    }

    static string Prefix(string culture) => culture[..2];

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Other();
}
