using Percurso.Kernel.Localization;
using Percurso.Kernel.Print;
using Percurso.Kernel.Web;

namespace Percurso.Cases.Steps.Signing;

/// <summary>Something signed, on paper: who signed what, when, from where, and the statement as it read then.</summary>
sealed class SignedPaper(Words words, TimeZoneInfo zone)
{
    /// <param name="head">Of each page; its culture is the reader's.</param>
    /// <param name="lead">Of which case.</param>
    /// <param name="who">Above whoever signed.</param>
    /// <param name="act">What stands.</param>
    /// <param name="about">Writes what was signed, between who and the statement.</param>
    public byte[] Write(SheetHead head, string lead, string who, SignedAct act, Action<Sheet> about)
    {
        var sheet = new Sheet(head)
            .Heading(head.Title)
            .Lead(lead)
            .Section(who)
            .Field(words["Dentista responsável"], act.Name)
            .Field(words["CRO"], act.Cro)
            .Field(words["Quando"], Dates.Full(act.At, zone, head.Culture))
            .Field(words["Endereço de rede"], act.Address ?? "—")
            .Field(words["Navegador"], act.UserAgent ?? "—");
        about(sheet);
        sheet.Section(words["Declaração, versão {0}", act.StatementNumber]);
        foreach (var paragraph in act.Statement.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) sheet.Paragraph(paragraph);
        return sheet.ToPdf();
    }

    /// <summary>A hash in groups of sixteen, so that lines can break.</summary>
    public static string Broken(string hash) => string.Join(' ', hash.Chunk(16).Select(part => new string(part)));
}
