using System.Globalization;

using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Data;
using Percurso.Kernel.Localization;
using Percurso.Production.Contracts;

namespace Percurso.Cases.Steps.Printing;

/// <summary>
/// What goes into the box of a case: the implants with their teeth, kit and sleeves for the surgery, and which version all of it is. The sequence of drills stands in the
/// report that was approved; the sheet names it rather than repeat it.
/// </summary>
sealed class BoxOfCase(CasesDb db, Words words) : IBoxContents
{
    public string Purpose => PrintingFiles.PurposeName;

    public async Task<BoxContents?> OfAsync(Guid subject, CancellationToken cancel)
    {
        if (await db.Printings.AsNoTracking().SingleOrDefaultAsync(row => row.Id == subject, cancel) is not { Wish: { } wish } printing) return null;

        var one = await db.Whole.AsNoTracking().SingleAsync(row => row.Id == printing.CaseId, cancel);
        var plan = await db.Reviews.AsNoTracking().Where(row => row.CaseId == one.Id && row.HasDownloads && row.Hash == wish.Hash).Select(row => row.Step).FirstOrDefaultAsync(cancel);
        var asked = one.Prescription;
        List<(string, string)> facts =
        [
            (words["Versão aprovada"], words["{0}, impressão digital {1}", wish.OfVersion, wish.Hash[..Math.Min(16, wish.Hash.Length)]]),
            (words["Kit do dentista"], asked.Kit ?? "—"),
            (words["Anilhas"], asked.Sleeves ?? "—"),
        ];
        List<IReadOnlyList<string>> table = [[words["Dente"], words["Implante"], words["Plataforma"], words["Diâmetro"], words["Comprimento"]]];
        table.AddRange(asked.Implants.OrderBy(implant => implant.Tooth).Select(implant => (IReadOnlyList<string>)
        [
            $"{implant.Tooth}", implant.Brand is null ? words["ver o relatório"].Value : $"{implant.Brand} {implant.Line}".Trim(), implant.Platform ?? "—", Said(implant.Diameter), Said(implant.Length),
        ]));
        return new(
            facts, words["Protocolo de perfuração"], table,
            [words["A sequência de brocas, com profundidades e anilhas de cada sítio, está no relatório da versão {0}, que o dentista aprovou e que vai impresso nesta caixa.", wish.OfVersion]],
            [words["Anilhas firmes em cada guia"], words["Relatório da versão {0}, impresso", wish.OfVersion], words["Protocolo de perfuração e lista de implantes"], words["Aviso: não estéril"]],
            plan is null ? [] : [(words["Relatório da versão {0}", wish.OfVersion], $"/casos/{one.Id}/passos/{plan}/revisao/relatorio?versao={wish.OfVersion}")],
            (one.Steps.Count, one.FindStep(printing.Step)!.Position + 1));
    }

    static string Said(decimal? millimetres) => millimetres is { } known ? $"{known.ToString("0.##", CultureInfo.CurrentCulture)} mm" : "—";
}
