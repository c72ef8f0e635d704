using System.Text.RegularExpressions;

using Percurso.Testing;

namespace Percurso.Domain.Tests.Sources;

/// <summary>What has no place in a repository others will clone.</summary>
static partial class Tidiness
{
    const int Longest = 300;

    /// <summary>One sentence for each defect of the working copy at this folder.</summary>
    public static IReadOnlyList<string> DefectsIn(string root) =>
        [.. Repository.SourcesUnder(root).SelectMany(path => DefectsOf(root, path))];

    static IEnumerable<string> DefectsOf(string root, string path)
    {
        var name = Path.GetRelativePath(root, path);
        var text = File.ReadAllText(path);
        if (text.Contains('\0', StringComparison.Ordinal)) yield break;

        var lines = text.Split('\n');
        if (Path.GetExtension(path) == ".cs" && lines.Length > Longest + 1)
            yield return $"{name} has {lines.Length - 1} lines: more than {Longest} hold more than one idea.";

        for (var at = 0; at < lines.Length; at++)
        {
            if (RegistryHost().IsMatch(lines[at])) yield return $"{name}:{at + 1} names a package registry's host.";
            if (MachinePath().IsMatch(lines[at]) || lines[at].Contains(root + "/", StringComparison.Ordinal))
                yield return $"{name}:{at + 1} holds a path of one machine.";
        }
    }

    [GeneratedRegex("""(registry\.(npm|yarn)\w*\.|api\.nuget\.|npm\.pkg\.|"resolved":\s*"https?:|^\s*registry\s*=|<add[^>]*value="https?:)""", RegexOptions.IgnoreCase)]
    private static partial Regex RegistryHost();

    [GeneratedRegex("""(?<![\w./~@-])(/root|/home/\w+|/Users/\w+|[A-Z]:\\\\?Users)[/\\]""")]
    private static partial Regex MachinePath();
}
