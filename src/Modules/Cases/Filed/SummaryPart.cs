using System.Globalization;

using Percurso.Cases.Contracts;
using Percurso.Cases.Domain;
using Percurso.Cases.Pages.Cases;
using Percurso.Files.Contracts;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Print;
using Percurso.Kernel.Web;

namespace Percurso.Cases.Filed;

/// <summary>The case on one or two sheets of paper: whose it is, what was asked for, how far each step came.</summary>
sealed class SummaryPart(CaseFrame frame, SiteIdentity site, TimeZoneInfo zone, TimeProvider clock, Words words) : ICaseFilePart
{
    public Task<IReadOnlyList<ZipPiece>> OfAsync(Case one, FileReader reader, CancellationToken cancel)
    {
        var culture = CultureInfo.CurrentUICulture;
        var sheet = new Sheet(new(words["Arquivo do caso"], site.Name, words["Caso {0}", one.Number], culture))
            .Heading(words["Arquivo do caso"])
            .Lead(words["Caso {0}, como estava em {1}", one.Number, Dates.Full(clock.GetUtcNow().UtcDateTime, zone, culture)])
            .Field(words["Paciente"], one.PatientName)
            .Field(words["Dentista responsável"], frame.Dentist)
            .Field(words["Consultório"], frame.Clinic)
            .Field(words["Planejador"], frame.Planner ?? "—")
            .Section(words["O que foi pedido"])
            .Field(words["Guia"], $"{one.Prescription.Support.In(words)}, {one.Prescription.Drilling.In(words)}")
            .Field(words["Entrega"], one.Prescription.Output.In(words))
            .Field(words["Implantes"], string.Join('\n', one.Prescription.Implants.Select(implant => $"{implant.Tooth}: {implant.In(words)}")))
            .Field(words["Data da cirurgia"], one.SurgeryOn?.Said() ?? "—")
            .Section(words["Passos"]);
        List<IReadOnlyList<string>> rows = [[words["Passo"], words["Situação"], words["Aberto"], words["Pronto"]]];
        rows.AddRange(one.Steps.Select(step => (IReadOnlyList<string>)[frame.TitleOf(step.Key), StateOf(step), Day(step.OpenedAt), Day(step.DoneAt)]));
        sheet.Table(rows).Section(words["O que está neste arquivo"])
            .Paragraph(words["Cada tabela abre em uma planilha; as horas são UTC. sha256.txt tem a impressão digital de cada item, como sha256sum -c a lê."]);
        return Task.FromResult<IReadOnlyList<ZipPiece>>([new($"{one.Number}_resumo.pdf", null, sheet.ToPdf())]);

        string Day(DateTime? utc) => utc is { } at ? Dates.Full(at, zone, culture) : "—";
    }

    string StateOf(CaseStep step) => step.State switch
    {
        StepState.Done => words["Pronto"],
        StepState.Open => step.Turn == Turn.Dentist ? words["Vez do dentista"] : words["Vez da empresa"],
        _ => words["Ainda fechado"],
    };
}
