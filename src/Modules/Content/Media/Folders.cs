using Percurso.Kernel;

namespace Percurso.Content.Media;

/// <summary>How folders of the library are named: names with <c>/</c> between, four deep at most.</summary>
static class Folders
{
    public const int NameLength = 40, PathLength = 200, Deepest = 4;

    /// <summary>The path of a folder within another.</summary>
    /// <exception cref="RuleBrokenException">The name cannot be one, or it would lie too deep.</exception>
    public static string Within(string parent, string name)
    {
        var plain = name.Trim();
        if (plain.Length is 0 or > NameLength) throw new RuleBrokenException("O nome de uma pasta tem de 1 a 40 letras. Escreva outro.");
        if (plain.Contains('/', StringComparison.Ordinal) || plain is "." or "..")
            throw new RuleBrokenException("O nome de uma pasta não pode ter barra nem ser só pontos. Escreva outro.");

        var path = parent.Length == 0 ? plain : $"{parent}/{plain}";
        if (path.Count(letter => letter == '/') >= Deepest || path.Length > PathLength)
            throw new RuleBrokenException("As pastas vão até quatro níveis. Crie esta em uma pasta mais acima.");

        return path;
    }

    /// <summary>The folder itself and those above it, the outermost first.</summary>
    public static IEnumerable<string> Above(string path)
    {
        for (var at = path.IndexOf('/', StringComparison.Ordinal); at >= 0; at = path.IndexOf('/', at + 1)) yield return path[..at];
        if (path.Length > 0) yield return path;
    }

    /// <summary>The last name of a path.</summary>
    public static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];
}
