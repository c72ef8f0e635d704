using System.Globalization;
using System.Text;

using Percurso.Cases.Data;
using Percurso.Cases.Domain;
using Percurso.Files.Contracts;
using Percurso.Viewer.Contracts;

namespace Percurso.Cases.Steps.Review;

/// <summary>What a final plan has beyond a preview: its report, and what was approved for whoever fetches it.</summary>
sealed class FinalPlan(CasesDb db, IFiles files, IVersions versions, IOriginals originals, TimeProvider clock)
{
    /// <summary>The report of the version that is being made: the last that came and is fine, and was no earlier version's.</summary>
    public async Task<FileView?> ReportAsync(PlanReview review, CancellationToken cancel) => review.HasDownloads
        ? (await files.OfAsync(Reviewing.Purpose, review.Id, cancel)).LastOrDefault(file => file.Slot == ReviewFiles.Report && file.Counts && !review.IsOldReport(file.Id))
        : null;

    /// <summary>The report that was submitted with a version.</summary>
    public static Original? ReportOf(Case one, PlanReview review, int version) =>
        review.ReportOf(version) is { } report ? new(report.FileId, report.Sha256, $"{one.Number}_v{version}_relatorio.pdf") : null;

    /// <summary>The originals of all layers, then the report, named after case and version.</summary>
    public static IReadOnlyList<Original> FilesOf(Case one, PlanReview review, VersionView version) =>
    [
        .. version.Layers.Select((layer, place) => new Original(
            layer.FileId, layer.FileSha256,
            string.Create(CultureInfo.InvariantCulture, $"{one.Number}_v{version.Number}_{place + 1:00}_{Plain(layer.Name)}{Path.GetExtension(layer.FileName).ToLowerInvariant()}"))),
        .. ReportOf(one, review, version.Number) is { } report ? [report] : Array.Empty<Original>(),
    ];

    public static string ZipOf(Case one, PlanReview review) => $"{one.Number}_v{review.Number}.zip";

    /// <summary>Whether the rows of the version, of its report and of its approval are still those that were approved. Bytes are another matter.</summary>
    public async Task<bool> AreRowsWholeAsync(PlanReview review, CancellationToken cancel) =>
        review.VersionId is { } id && await versions.IsWholeAsync(id, cancel) && await versions.FindAsync(id, cancel) is { Hash: { } hash } && review.HashWith(hash) == review.Hash
        && (review.Approval is not { } approval || approval.IsWhole && approval.Hash == review.Hash && approval.OfVersion == review.Number);

    /// <summary>Whether the originals and the report are, to the byte, what was submitted.</summary>
    public async Task<bool> AreBytesWholeAsync(Case one, PlanReview review, CancellationToken cancel) =>
        await originals.AreWholeAsync(FilesOf(one, review, (await versions.FindAsync(review.VersionId!.Value, cancel))!), cancel);

    /// <summary>Bytes are read and compared before the move is made: what was altered ends nothing.</summary>
    /// <exception cref="Kernel.RuleBrokenException">It may not be fetched now, or is not what was approved.</exception>
    public async Task FetchAsync(PlanReview review, IReadOnlyList<Original> asked, Guid by, CancellationToken cancel)
    {
        var isWhole = await AreRowsWholeAsync(review, cancel) && await originals.AreWholeAsync(asked, cancel);
        review.Fetch(new(review, by) { IsWhole = isWhole }, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Letters and digits of a layer's name, as any machine can call a file.</summary>
    static string Plain(string name)
    {
        var plain = new StringBuilder();
        foreach (var letter in name.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter)) plain.Append(letter);
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && plain.Length > 0 && plain[^1] != '-') plain.Append('-');
        }

        return plain.ToString().Trim('-') is { Length: > 0 } said ? said : "camada";
    }
}
