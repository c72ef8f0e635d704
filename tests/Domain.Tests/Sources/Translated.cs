using System.Text.RegularExpressions;

using Percurso.Kernel.Localization;
using Percurso.Testing;

namespace Percurso.Domain.Tests.Sources;

/// <summary>
/// Compares what the projects under a folder say with their <c>Localization/xx.po</c>. A project may use the words of those
/// named in <paramref name="shared"/>; each word of a file must be said by somebody, and the same words must read alike in all files.
/// </summary>
/// <param name="source">The folder that holds the projects, at any depth.</param>
/// <param name="languages">The languages that each project with words must know.</param>
/// <param name="shared">Names of the projects whose words all others may use.</param>
sealed partial class Translated(string source, string[] languages, string[] shared)
{
    /// <summary>One sentence for each defect.</summary>
    public IReadOnlyList<string> Defects()
    {
        var projects = Repository.SourcesUnder(source, ".csproj").Select(Read).ToList();
        return [.. projects.SelectMany(RunTime), .. languages.SelectMany(language => Defects(projects, language)), .. languages.SelectMany(language => Clashes(projects, language))];
    }

    static IEnumerable<string> RunTime(Project project) =>
        from said in project.Sayings
        where said.Saying.Key is null
        select $"{said.File}:{said.Saying.Line} puts its words together at run time: no translation can be found for them.";

    IEnumerable<string> Defects(List<Project> projects, string language)
    {
        var common = projects.Where(project => shared.Contains(project.Name)).SelectMany(project => project.Words(language)).ToList();

        foreach (var project in projects)
        {
            var known = project.Words(language).Concat(common).ToLookup(entry => entry.Key);
            foreach (var (file, saying) in project.Sayings.Where(said => said.Saying.Key is not null))
                if (Wrong(saying, known[saying.Key!].FirstOrDefault()) is { } wrong)
                    yield return $"{file}:{saying.Line} says \"{saying.Key}\", {wrong} ({project.Name}, {language}).";

            var readers = shared.Contains(project.Name) ? projects : [project];
            foreach (var entry in project.Words(language).Where(entry => !readers.Exists(reader => reader.Literals.Contains(entry.Key))))
                yield return $"{project.Name}/Localization/{language}.po holds \"{entry.Key}\", which nobody says.";
        }
    }

    /// <summary>The site looks words up without asking whose they are, so the same words must mean the same everywhere.</summary>
    static IEnumerable<string> Clashes(List<Project> projects, string language) =>
        from same in projects.SelectMany(project => project.Words(language).Select(entry => (project.Name, entry.Key, Text: entry.Forms[0]))).GroupBy(word => word.Key)
        let texts = same.DistinctBy(word => word.Text).ToList()
        where texts.Count > 1
        select $"\"{same.Key}\" is {string.Join(" but ", texts.Select(word => $"\"{word.Text}\" in {word.Name}"))} ({language}): say one of them in both, or other words in Portuguese.";

    static string? Wrong(Saying saying, PoEntry? entry) =>
        entry is null ? "which has no translation"
        : saying.Many is not null && entry.Forms.Count < 2 ? "whose translation lacks a plural form"
        : !entry.Forms.Any(form => Gaps(form).SetEquals(Gaps(saying.Many ?? saying.Key!))) ? "whose translation has other gaps {…}"
        : null;

    static HashSet<string> Gaps(string words) => [.. Gap().Matches(words).Select(gap => gap.Groups["number"].Value)];

    Project Read(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        var texts = Repository.SourcesUnder(folder, ".cs", ".cshtml")
            .ToDictionary(path => Path.GetRelativePath(source, path), path => Comment().Replace(File.ReadAllText(path), comment => new('\n', comment.Value.Count(c => c == '\n'))));
        (string File, Saying Saying)[] sayings = [.. texts.SelectMany(text => WordsInSource.Of(text.Value).Select(saying => (text.Key, saying)))];
        return new(
            Path.GetFileNameWithoutExtension(file),
            folder,
            sayings,
            [.. texts.Values.SelectMany(CSharpLiteral.AllIn), .. sayings.Select(said => said.Saying.Key).OfType<string>()]);
    }

    [GeneratedRegex(@"^[ \t]*//[^\n]*|@\*.*?\*@", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\{(?<number>\d+)[^}]*\}")]
    private static partial Regex Gap();

    sealed record Project(string Name, string Folder, (string File, Saying Saying)[] Sayings, HashSet<string> Literals)
    {
        public IReadOnlyList<PoEntry> Words(string language)
        {
            var path = Path.Combine(Folder, "Localization", language + ".po");
            if (!File.Exists(path)) return [];

            using var reader = File.OpenText(path);
            return PoFile.Read(reader);
        }
    }
}
