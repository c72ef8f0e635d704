using Percurso.Kernel.Print.Pdf;

namespace Percurso.Files.Checks.Documents;

/// <summary>Judges a PDF: it opens, nobody needs a password, and it has pages. It is the one sort that is held in memory, up to its limit.</summary>
static class PdfCheck
{
    public static Verdict Judge(SentFile file, CheckOrder order)
    {
        var findings = new Findings(order.Limits);
        findings.Measure(PdfRules.Size, file.Length / (double)(1 << 20));
        if (findings.Heaviest.Any(finding => finding.Level == Level.Refused)) return new(FileSort.Document, findings.Heaviest, [], []);

        var bytes = new byte[file.Length];
        using (var stream = file.Open())
            if (stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length) return Findings.Refuse(FileSort.Document, PdfRules.Cut);

        order.Cancel.ThrowIfCancellationRequested();
        var pages = PdfPages.Count(bytes, out var trouble);
        if (trouble is not PdfTrouble.None)
            return Findings.Refuse(FileSort.Document, trouble switch { PdfTrouble.Cut => PdfRules.Cut, PdfTrouble.Locked => PdfRules.Locked, _ => PdfRules.NoPages });

        findings.Measure(PdfRules.Pages, pages);
        return new(FileSort.Document, findings.Heaviest, [PdfRules.PagesOf.Of(pages)], []);
    }
}
