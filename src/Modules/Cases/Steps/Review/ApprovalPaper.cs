using Percurso.Cases.Steps.Signing;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Print;
using Percurso.Viewer.Contracts;

namespace Percurso.Cases.Steps.Review;

/// <summary>An approval on paper, with the files that were approved.</summary>
sealed class ApprovalPaper(SignedPaper paper, Words words)
{
    /// <param name="head">Of each page; its culture is the reader's.</param>
    /// <param name="number">Of the case.</param>
    /// <param name="approval">The one that stands.</param>
    /// <param name="version">What was approved.</param>
    /// <param name="report">The SHA-256 of its report; null without one.</param>
    public byte[] Write(SheetHead head, string number, Approval approval, VersionView version, string? report) =>
        paper.Write(head, words["Caso {0}, versão {1}", number, approval.OfVersion], words["Quem aprovou"], approval, sheet =>
        {
            sheet.Section(words["O que foi aprovado"])
                .Field(words["Impressão digital da versão com o relatório"], SignedPaper.Broken(approval.Hash))
                .Field(words["Selo deste registro"], SignedPaper.Broken(approval.Seal));
            List<IReadOnlyList<string>> rows = [[words["Arquivo"], "SHA-256"]];
            rows.AddRange(version.Layers.Select(layer => (IReadOnlyList<string>)[layer.Name, SignedPaper.Broken(layer.FileSha256)]));
            if (report is not null) rows.Add([words["Relatório"], SignedPaper.Broken(report)]);
            sheet.Table(rows);
        });
}
