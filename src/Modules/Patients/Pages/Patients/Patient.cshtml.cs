using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

using Percurso.Clinics.Contracts;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Security;
using Percurso.Kernel.Web;
using Percurso.Patients.Contracts;
using Percurso.Patients.Data;
using Percurso.Theme.Contracts;

namespace Percurso.Patients.Pages.Patients;

/// <summary>One patient. For whoever does not work in the clinic, they are not there.</summary>
[Authorize]
sealed class PatientModel(PatientsDb db, IPatients patients, IClinicRights rights, Words words) : PageModel, IShowAgain
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public PatientForm Input { get; set; } = new();

    public Domain.Patient Found { get; private set; } = null!;

    /// <summary>Others of the clinic who may be the same person.</summary>
    public IReadOnlyList<KnownPatient> Alike { get; private set; } = [];

    public IEnumerable<SelectListItem> Sexes =>
    [
        new(words["Não informado"], nameof(Sex.Unsaid)), new(words["Feminino"], nameof(Sex.Female)),
        new(words["Masculino"], nameof(Sex.Male)), new(words["Intersexo"], nameof(Sex.Intersex)),
    ];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cancel = context.HttpContext.RequestAborted;
        if (await db.Patients.SingleOrDefaultAsync(patient => patient.Id == Id, cancel) is { } found
            && await rights.MayAsync(User.AccountId(), found.ClinicId, ClinicAct.Prepare, cancel))
        {
            Found = found;
            await next();
        }
        else context.Result = NotFound();
    }

    public Task OnGetAsync(CancellationToken cancel)
    {
        Input = PatientForm.Of(Found);
        return ShowAgainAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Found.Change(Input.Read());
        await db.SaveChangesAsync(cancel);
        TempData.Confirm(words["O cadastro do paciente foi salvo."]);
        return RedirectToPage(new { Id });
    }

    public async Task ShowAgainAsync(CancellationToken cancel) =>
        Alike = [.. (await patients.LikeAsync(Found.ClinicId, Found.Name, Found.BornOn, cancel)).Where(other => other.Id != Id)];
}
