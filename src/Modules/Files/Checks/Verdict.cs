using System.Text.Json.Serialization;

namespace Percurso.Files.Checks;

/// <summary>What the checks say of a file. The same bytes, limits and case give the same verdict.</summary>
/// <param name="Sort">What it was found to be; <see cref="FileSort.None"/> where that cannot be said.</param>
/// <param name="Findings">The heaviest first.</param>
/// <param name="Facts">In the order in which they are shown.</param>
/// <param name="Previews">Small pictures of it, for people with a right to it.</param>
sealed record Verdict(FileSort Sort, IReadOnlyList<Finding> Findings, IReadOnlyList<Fact> Facts, IReadOnlyList<Preview> Previews)
{
    public Level Level => Findings.Count == 0 ? Level.Fine : Findings.Max(finding => finding.Level);

    /// <summary>How the file is to be kept instead of as it came: a photograph without its place. Null: as it came.</summary>
    public Rewrite? Kept { get; init; }

    /// <summary>The meshes of a scanner's ZIP, each for the slot its name speaks of.</summary>
    public IReadOnlyList<Part> Parts { get; init; } = [];
}

/// <summary>A small picture of a file.</summary>
/// <param name="View"><c>axial</c>, <c>coronal</c>, <c>sagittal</c> of a tomography; <c>mesh</c> of a scan; <c>small</c> of a photograph.</param>
/// <param name="Png">Its bytes.</param>
sealed record Preview(string View, byte[] Png);

/// <summary>A mesh out of a scanner's ZIP.</summary>
/// <param name="Name">The entry's, folders included.</param>
/// <param name="Jaw">For which slot, as far as its name says.</param>
/// <param name="Verdict">Its own.</param>
sealed record Part(string Name, Jaw Jaw, Verdict Verdict);

/// <summary>What a mesh of a scan shows.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Jaw>))]
enum Jaw
{
    Unsaid,
    Upper,
    Lower,

    /// <summary>Both in occlusion, or what was scanned between them.</summary>
    Bite,
}
