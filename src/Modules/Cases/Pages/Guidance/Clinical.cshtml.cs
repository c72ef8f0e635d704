using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Data;
using Percurso.Cases.Pages.Cases;
using Percurso.Cases.Steps.Guidance;
using Percurso.Kernel;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Web;
using Percurso.Patients.Contracts;
using Percurso.Theme.Contracts;

namespace Percurso.Cases.Pages.Guidance;

/// <summary>The clinical sheet as a form: it begins with what the case and the patient's record know.</summary>
[Authorize]
sealed class ClinicalModel(CaseFrame frame, CasesDb db, IPatients patients, TimeProvider clock, Words words) : CasePage(frame)
{
    IReadOnlyDictionary<string, string> answers = new Dictionary<string, string>();

    public DateTime? FilledAt { get; private set; }

    public string AnswerTo(ClinicalQuestion question) => answers.GetValueOrDefault(question.Key) ?? "";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var sheet = await db.Set<ClinicalSheet>().AsNoTracking().SingleOrDefaultAsync(one => one.CaseId == Id, cancel);
        FilledAt = sheet?.FilledAt;
        answers = sheet?.Answers ?? await KnownAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Reader.IsCompany) return Forbid();

        answers = Posted();
        foreach (var question in ClinicalQuestions.All.Where(question => AnswerTo(question).Length > ClinicalQuestion.Longest))
            ModelState.AddModelError(question.Key, words["A resposta passa de 2.000 letras. Escreva-a mais curta."]);
        foreach (var question in ClinicalQuestions.All.Where(question => AnswerTo(question).AsSpan().ContainsAny('\0', '\uFFFE')))
            ModelState.AddModelError(question.Key, words["Este texto tem um caractere invisível que não pode ser guardado. Apague-o e envie de novo."]);
        if (!ModelState.IsValid) return this.Refused();

        var sheet = await db.Set<ClinicalSheet>().SingleOrDefaultAsync(one => one.CaseId == Id, cancel) ?? db.Add(new ClinicalSheet(Id)).Entity;
        sheet.Fill(answers, Reader.Account, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancel);
        TempData.Confirm(words["A ficha foi salva. O PDF preenchido está pronto para baixar."]);
        return RedirectToPage(new { Id });
    }

    /// <summary>Only choices the sheet knows count; anything else a form may hold is dropped.</summary>
    Dictionary<string, string> Posted()
    {
        var posted = new Dictionary<string, string>();
        foreach (var question in ClinicalQuestions.All)
        {
            var values = Request.Form[question.Key].Select(value => (value ?? "").Trim()).Where(value => value.Length > 0);
            if (question.Choices.Length > 0) values = values.Where(question.Choices.Contains);
            if (string.Join('\n', values) is { Length: > 0 } answer) posted[question.Key] = answer;
        }

        return posted;
    }

    async Task<Dictionary<string, string>> KnownAsync(CancellationToken cancel)
    {
        var record = (await patients.FindAsync(Case.PatientId, cancel))?.Record;
        var known = new Dictionary<string, string>();
        if (!string.IsNullOrWhiteSpace(record?.Allergies)) known["allergies"] = record.Allergies;
        if (!string.IsNullOrWhiteSpace(record?.Conditions)) known["conditions-more"] = record.Conditions;
        return known;
    }
}
