using Percurso.Kernel.Localization;
using Percurso.Kernel.Print;
using Percurso.Kernel.Web;
using Percurso.Viewer.Contracts;

namespace Percurso.Cases.Steps.Review;

/// <summary>An approval on paper: who approved what, when, from where, and the statement as it read then.</summary>
sealed class ApprovalPaper(Words words, TimeZoneInfo zone)
{
    /// <param name="head">Of each page; its culture is the reader's.</param>
    /// <param name="number">Of the case.</param>
    /// <param name="approval">The one that stands.</param>
    /// <param name="version">What was approved.</param>
    /// <param name="report">The SHA-256 of its report; null without one.</param>
    public byte[] Write(SheetHead head, string number, Approval approval, VersionView version, string? report)
    {
        var sheet = new Sheet(head)
            .Heading(words["Aprovação do planejamento final"])
            .Lead(words["Caso {0}, versão {1}", number, approval.OfVersion])
            .Section(words["Quem aprovou"])
            .Field(words["Dentista responsável"], approval.Name)
            .Field(words["CRO"], approval.Cro)
            .Field(words["Quando"], Dates.Full(approval.At, zone, head.Culture))
            .Field(words["Endereço de rede"], approval.Address ?? "—")
            .Field(words["Navegador"], approval.UserAgent ?? "—")
            .Section(words["O que foi aprovado"])
            .Field(words["Impressão digital da versão com o relatório"], Broken(approval.Hash))
            .Field(words["Selo deste registro"], Broken(approval.Seal));
        List<IReadOnlyList<string>> rows = [[words["Arquivo"], "SHA-256"]];
        rows.AddRange(version.Layers.Select(layer => (IReadOnlyList<string>)[layer.Name, Broken(layer.FileSha256)]));
        if (report is not null) rows.Add([words["Relatório"], Broken(report)]);
        sheet.Table(rows).Section(words["Declaração, versão {0}", approval.StatementNumber]);
        foreach (var paragraph in approval.Statement.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) sheet.Paragraph(paragraph);
        return sheet.ToPdf();
    }

    /// <summary>A hash in groups of sixteen, so that lines can break.</summary>
    static string Broken(string hash) => string.Join(' ', hash.Chunk(16).Select(part => new string(part)));
}
