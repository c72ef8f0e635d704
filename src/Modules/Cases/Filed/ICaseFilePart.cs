using Percurso.Cases.Domain;
using Percurso.Cases.Rights;
using Percurso.Files.Contracts;
using Percurso.Kernel.Web;

namespace Percurso.Cases.Filed;

/// <summary>Who takes a case's file away, and so what is in it.</summary>
/// <param name="Reader">From which side they see the case.</param>
/// <param name="SeesMoney">Whether payments and invoices are for them.</param>
sealed record FileReader(CaseReader Reader, bool SeesMoney)
{
    public bool IsCompany => Reader.IsCompany;
}

/// <summary>
/// One part of a case's file: all that one corner of the site keeps of a case, as things for a ZIP. A step kind that keeps something has one.
/// </summary>
interface ICaseFilePart
{
    /// <param name="one">The case.</param>
    /// <param name="reader">The dentist's side is given what it may see on the case's pages, and nothing else.</param>
    /// <param name="cancel">Gives up.</param>
    Task<IReadOnlyList<ZipPiece>> OfAsync(Case one, FileReader reader, CancellationToken cancel);
}

static class Pieces
{
    /// <summary>A table, as a spreadsheet; none without lines.</summary>
    public static IEnumerable<ZipPiece> Sheet(string name, IEnumerable<string> heading, IEnumerable<IEnumerable<string>> lines)
    {
        var all = lines.ToList();
        if (all.Count > 0) yield return new(name, null, Csv.Of(heading, all));
    }

    /// <summary>UTC, to the second.</summary>
    public static string Time(DateTime? utc) => utc?.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
