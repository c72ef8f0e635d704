using System.Globalization;

using Percurso.Cases.Contracts;
using Percurso.Cases.Pages.Cases;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Print;

namespace Percurso.Cases.Steps.Guidance;

/// <summary>Whom the sheet is about, as far as the case knows it.</summary>
sealed record SheetSubject(string Patient, string? BornOn, string Dentist, string Number, Prescription Prescription);

/// <summary>The clinical sheet on paper: blank, to be filled with a pen and photographed, or filled from the screen.</summary>
sealed class ClinicalSheetPaper(Words words)
{
    public byte[] Blank(SheetHead head)
    {
        using var _ = new Speaking(head.Culture);
        return Write(new(head), null, new Dictionary<string, string>()).ToPdf();
    }

    public byte[] Filled(SheetHead head, SheetSubject subject, IReadOnlyDictionary<string, string> answers)
    {
        using var _ = new Speaking(head.Culture);
        return Write(new(head), subject, answers).ToPdf();
    }

    Sheet Write(Sheet sheet, SheetSubject? subject, IReadOnlyDictionary<string, string> answers)
    {
        sheet.Heading(words["Ficha de informações clínicas"])
            .Lead(subject is null
                ? words["Preencha com o paciente diante de você, à caneta e legível. No passo dos arquivos, fotografe a ficha ou preencha a mesma ficha na tela."]
                : words["Preenchida na tela. Confira com o paciente."])
            .Section(words["Caso"])
            .Field(words["Paciente"], subject?.Patient)
            .Field(words["Nascimento"], subject?.BornOn)
            .Field(words["Dentista responsável"], subject?.Dentist)
            .Field(words["Número do caso"], subject?.Number);
        if (subject is not null) sheet.Field(words["Implantes"], string.Join('\n', subject.Prescription.Implants.Select(implant => $"{implant.Tooth}: {implant.In(words)}")));
        else sheet.Field(words["Dentes, na notação FDI"], null).Field(words["Implantes: marca, linha, diâmetro e comprimento"], null, 2);
        sheet.Field(words["Kit cirúrgico e anilhas"], subject is null ? null : Joined(subject.Prescription.Kit, subject.Prescription.Sleeves))
            .Field(words["Data da cirurgia"], subject?.Prescription.SurgeryOn?.Said());

        foreach (var section in ClinicalQuestions.Sections)
        {
            sheet.Section(words[section.Title]);
            foreach (var question in section.Questions) Ask(sheet, question, subject is null, answers.GetValueOrDefault(question.Key));
        }

        if (subject is null) sheet.Section(words["Assinatura"]).Field(words["Data e assinatura do dentista, com CRO"], null);
        return sheet;
    }

    void Ask(Sheet sheet, ClinicalQuestion question, bool isBlank, string? answer)
    {
        if (!isBlank)
        {
            sheet.Field(words[question.Label], string.IsNullOrWhiteSpace(answer) ? "—" : string.Join(", ", Said(question, answer)));
            return;
        }

        if (question.Kind is AnswerKind.Line or AnswerKind.Lines)
        {
            sheet.Field(words[question.Label], null, question.Kind == AnswerKind.Lines ? 2 : 1);
            return;
        }

        sheet.Paragraph($"**{words[question.Label].Value}**");
        foreach (var choice in question.Choices) sheet.Check(words[choice]);
    }

    IEnumerable<string> Said(ClinicalQuestion question, string answer) =>
        question.Choices.Length == 0 ? [answer] : answer.Split('\n').Where(question.Choices.Contains).Select(choice => words[choice].Value);

    static string Joined(params string?[] parts) => parts.Where(part => !string.IsNullOrWhiteSpace(part)) is var said && said.Any() ? string.Join(", ", said) : "—";

    /// <summary>Words in the sheet's language, whoever is asking for it.</summary>
    readonly struct Speaking : IDisposable
    {
        readonly CultureInfo before = CultureInfo.CurrentUICulture;

        public Speaking(CultureInfo culture) => CultureInfo.CurrentUICulture = culture;

        public void Dispose() => CultureInfo.CurrentUICulture = before;
    }
}
