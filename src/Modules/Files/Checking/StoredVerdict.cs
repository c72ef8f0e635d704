using System.Text.Json;
using System.Text.Json.Serialization;

using Percurso.Files.Checks;
using Percurso.Files.Checks.Zips;
using Percurso.Kernel.Localization;

namespace Percurso.Files.Checking;

/// <summary>What is kept of a verdict; its sentences are looked up when it is shown.</summary>
/// <param name="Sort">What the file was found to be.</param>
/// <param name="Findings">The heaviest first.</param>
/// <param name="Facts">In the order in which they are shown.</param>
/// <param name="CouldNotLook">The checks did not come to an end: a person must look.</param>
sealed record StoredVerdict(string Sort, IReadOnlyList<Finding> Findings, IReadOnlyList<Fact> Facts, bool CouldNotLook = false)
{
    public static readonly StoredVerdict NotLookedAt = new(nameof(FileSort.None), [], [], CouldNotLook: true);

    public static StoredVerdict Of(Verdict verdict) => new(verdict.Sort.ToString(), verdict.Findings, verdict.Facts);

    /// <summary>Of a ZIP whose meshes went to their slots, where each is judged by itself.</summary>
    public static StoredVerdict OfSpread(int spread, int stayed) =>
        new(nameof(FileSort.Scan), [], stayed == 0 ? [ZipRules.Spread.Of(spread)] : [ZipRules.Spread.Of(spread), ZipRules.Stayed.Of(stayed)]);

    [JsonIgnore]
    public string Json => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <summary>A picture that was let in.</summary>
    [JsonIgnore]
    public bool IsPicture => Sort == nameof(FileSort.Photograph) && Findings.All(finding => finding.Level != Level.Refused);

    public static StoredVerdict? Read(string? stored) => stored is null ? null : JsonSerializer.Deserialize<StoredVerdict>(stored, JsonSerializerOptions.Web);

    /// <summary>What was found, in the reader's language.</summary>
    public IEnumerable<string> Sentences(Words words) => CouldNotLook
        ? [words["A conferência automática não terminou. Uma pessoa vai olhar este arquivo."]]
        : from finding in Findings let rule = Rules.Find(finding.Rule) where rule is not null select words[rule.Words, finding.Values].Value;

    /// <summary>What is known of the file, in the reader's language.</summary>
    public IEnumerable<string> Said(Words words) => from fact in Facts let kind = Rules.FindFact(fact.Kind) where kind is not null select words[kind.Words, fact.Values].Value;
}
