namespace Percurso.Testing;

/// <summary>The working copy these tests were built from, found upward from where they run.</summary>
public static class Repository
{
    static readonly string[] notSource = ["bin", "obj", "node_modules", "artifacts", "data", "wwwroot", ".git"];

    public static string Root { get; } = Find(new(AppContext.BaseDirectory));

    /// <summary>What tests may leave behind: ignored by git, kept between runs.</summary>
    public static string Artifacts { get; } = Directory.CreateDirectory(Path.Combine(Root, "artifacts")).FullName;

    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The files under a folder that people write, as opposed to those the build writes.</summary>
    /// <param name="folder">Absolute.</param>
    /// <param name="extensions">With the dot; none means every file.</param>
    public static IEnumerable<string> SourcesUnder(string folder, params string[] extensions) =>
        new DirectoryInfo(folder).EnumerateFileSystemInfos()
            .Where(entry => !notSource.Contains(entry.Name))
            .OrderBy(entry => entry.Name, StringComparer.Ordinal)
            .SelectMany(entry => entry switch
            {
                DirectoryInfo => SourcesUnder(entry.FullName, extensions),
                _ => extensions.Length == 0 || extensions.Contains(entry.Extension) ? [entry.FullName] : Enumerable.Empty<string>(),
            });

    static string Find(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "Percurso.slnx")) ? folder.FullName
        : folder.Parent is { } above ? Find(above)
        : throw new DirectoryNotFoundException("No Percurso.slnx above the tests: run them from a working copy.");
}
