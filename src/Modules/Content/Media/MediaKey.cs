using System.Globalization;
using System.Text;

namespace Percurso.Content.Media;

/// <summary>Makes an item's key, and its first title, out of what a file is called.</summary>
static class MediaKey
{
    /// <summary>Small letters without accents, digits, hyphens; <c>arquivo</c> where nothing of the kind is left.</summary>
    public static string Of(string words)
    {
        var key = new StringBuilder();
        foreach (var letter in words.Normalize(NormalizationForm.FormD).ToLowerInvariant())
            if (char.IsAsciiLetterOrDigit(letter)) key.Append(letter);
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && key.Length > 0 && key[^1] != '-') key.Append('-');

        var cut = key.ToString()[..Math.Min(key.Length, MediaItem.KeyLength - 5)].Trim('-');
        return cut.Length == 0 ? "arquivo" : cut;
    }

    /// <summary>The file's name without its end, with spaces for hyphens and underscores.</summary>
    public static string Title(string fileName)
    {
        var words = Path.GetFileNameWithoutExtension(fileName).Replace('_', ' ').Replace('-', ' ').Trim();
        if (words.Length == 0) words = fileName;
        return words[..Math.Min(words.Length, MediaItem.TitleLength)];
    }
}
