using System.Text.Json;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Data;
using Percurso.Clinics.Contracts;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Security;
using Percurso.Theme.Contracts;

namespace Percurso.Cases.Pages.Cases;

/// <summary>Keeps a new case as far as it is typed, whatever is still missing in it.</summary>
[Authorize]
sealed class DraftModel(CasesDb db, IWorkplaces workplaces, TimeProvider clock, Words words) : PageModel
{
    /// <summary>Empty for a new patient; else the patient or the case it starts from.</summary>
    [BindProperty(Name = "inicio", SupportsGet = true)]
    public Guid? From { get; set; }

    string Start => From?.ToString() ?? "";

    public IActionResult OnGet() => Redirect("/casos/novo");

    public async Task<IActionResult> OnPostKeepAsync(CancellationToken cancel)
    {
        if (await ClinicAsync(cancel) is not { } clinic) return NotFound();

        var fields = Request.Form.Where(field => field.Key.StartsWith("Input.", StringComparison.Ordinal)).ToDictionary(field => field.Key, field => field.Value.ToArray());
        var written = JsonSerializer.Serialize(fields);
        if (written.Length > Domain.Draft.Longest || written.Contains("\\u0000", StringComparison.Ordinal)) return BadRequest();

        await db.Database.ExecuteSqlAsync(
            $"""
            insert into cases.draft (account_id, clinic_id, start, fields, saved_at)
            values ({User.AccountId()}, {clinic}, {Start}, {written}::jsonb, {clock.GetUtcNow().UtcDateTime})
            on conflict (account_id, clinic_id, start) do update set fields = excluded.fields, saved_at = excluded.saved_at
            """, cancel);
        if (Request.Headers.Accept.ToString().Contains("json", StringComparison.Ordinal)) return new NoContentResult();

        TempData.Confirm(words["O rascunho está guardado. Ele espera por você aqui."]);
        return Redirect("/inicio");
    }

    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken cancel)
    {
        if (await ClinicAsync(cancel) is not { } clinic) return NotFound();

        var me = User.AccountId();
        await db.Drafts.Where(draft => draft.AccountId == me && draft.ClinicId == clinic && draft.Start == Start).ExecuteDeleteAsync(cancel);
        return Redirect("/casos/novo");
    }

    async Task<Guid?> ClinicAsync(CancellationToken cancel) =>
        (await workplaces.OfAsync(User.AccountId(), cancel)).FirstOrDefault(place => place.IsChosen)?.Id;
}
