namespace Percurso.Files.Checks.Meshes;

/// <summary>
/// The meshes of a scanner's export, each with the jaw its name speaks of, in the words scanners use in Portuguese, English, Spanish and German. Each is
/// judged by itself; the whole is as bad as its worst.
/// </summary>
static class ScannerZip
{
    /// <summary>More meshes than this are no export of one patient.</summary>
    const int Most = 20;

    static readonly (Jaw Jaw, string[] Words)[] words =
    [
        (Jaw.Bite, ["bite", "mordida", "oclusao", "oclusión", "occlusion", "registro", "buccal", "vestibular", "biss"]),
        (Jaw.Upper, ["upper", "maxil", "superior", "_u", "oberkiefer"]),
        (Jaw.Lower, ["lower", "mandib", "inferior", "_l", "unterkiefer", "antagonist"]),
    ];

    public static Verdict Judge(IReadOnlyList<(SentFile File, FileContent Content)> meshes, CheckOrder order)
    {
        if (meshes is [var only]) return MeshCheck.Judge(only.File, only.Content, order) is var verdict ? verdict with { Parts = [new(only.File.Name, JawOf(only.File.Name), verdict)] } : verdict;
        if (meshes.Count > Most) return Findings.Refuse(FileSort.Scan, MeshRules.ManyMeshes, meshes.Count, Most);

        List<Part> parts = [.. meshes.Select(mesh => new Part(mesh.File.Name, JawOf(mesh.File.Name), MeshCheck.Judge(mesh.File, mesh.Content, order)))];
        return new(FileSort.Scan, [.. parts.SelectMany(part => part.Verdict.Findings).OrderByDescending(finding => finding.Level)], [], [.. parts.SelectMany(part => part.Verdict.Previews)]) { Parts = parts };
    }

    /// <summary>By the name of the file alone, for folders are named after patients.</summary>
    public static Jaw JawOf(string name)
    {
        var plain = Path.GetFileNameWithoutExtension(name.Split('/', '\\')[^1]).Replace("ã", "a", StringComparison.OrdinalIgnoreCase).ToLowerInvariant();
        return words.FirstOrDefault(jaw => Array.Exists(jaw.Words, word => word[0] == '_' ? plain.EndsWith(word, StringComparison.Ordinal) : plain.Contains(word, StringComparison.Ordinal))).Jaw;
    }
}
