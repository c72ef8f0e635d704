using System.Text.RegularExpressions;

using Percurso.Testing;

namespace Percurso.Domain.Tests.Sources;

/// <summary>
/// Holds every address of an asset that a view, a page model or a built stylesheet names against the built
/// <c>wwwroot</c> of the project that serves it.
/// </summary>
static partial class Assets
{
    /// <summary>One sentence for each asset that is named and was not built.</summary>
    public static IReadOnlyList<string> MissingIn(string source)
    {
        var roots = Repository.SourcesUnder(source, ".csproj").ToDictionary(
            path => "Percurso." + Path.GetFileNameWithoutExtension(path), path => Path.Combine(Path.GetDirectoryName(path)!, "wwwroot"));

        return [.. InSources(source, roots), .. roots.Values.Where(Directory.Exists).SelectMany(root => InStyles(source, root))];
    }

    static IEnumerable<string> InSources(string source, Dictionary<string, string> roots) =>
        from path in Repository.SourcesUnder(source, ".cs", ".cshtml")
        from Match asset in Asset().Matches(File.ReadAllText(path))
        let project = asset.Groups["project"].Value
        let file = asset.Groups["file"].Value
        where !roots.TryGetValue(project, out var root) || !File.Exists(Path.Combine(root, file))
        select $"{Path.GetRelativePath(source, path)} names {project}/{file}, which was not built.";

    static IEnumerable<string> InStyles(string source, string root) =>
        from path in Directory.EnumerateFiles(root, "*.css", SearchOption.AllDirectories)
        from Match url in Url().Matches(File.ReadAllText(path))
        let file = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, url.Groups["file"].Value))
        where !File.Exists(file)
        select $"{Path.GetRelativePath(source, path)} names {url.Groups["file"].Value}, which was not built.";

    [GeneratedRegex("""_content/(?<project>Percurso\.\w+)/(?<file>[\w./@-]+\.\w+)""")]
    private static partial Regex Asset();

    [GeneratedRegex("""url\(["']?(?!data:|#|/|https?:)(?<file>[^"')?#]+)[^)]*\)""")]
    private static partial Regex Url();
}
