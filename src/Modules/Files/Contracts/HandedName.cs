namespace Percurso.Files.Contracts;

/// <summary>What a file is called for whoever fetches it: nobody's name is in it.</summary>
public static class HandedName
{
    /// <summary>What people call its subject by, slot and version; of the sender's name only how it ends.</summary>
    /// <param name="number">Of the subject.</param>
    /// <param name="slot">The slot's key.</param>
    /// <param name="version">In the slot, from 1.</param>
    /// <param name="sent">As the sender's machine calls it.</param>
    public static string Of(string number, string slot, int version, string sent)
    {
        var ending = Path.GetExtension(sent).ToLowerInvariant();
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{number}_{slot}_v{version}{(ending.Length is > 1 and <= 6 && ending.Skip(1).All(char.IsAsciiLetterOrDigit) ? ending : "")}");
    }
}
