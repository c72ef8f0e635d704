using System.Globalization;
using System.Text.Json;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

using Percurso.Accounts.Contracts;
using Percurso.Cases.Contracts;
using Percurso.Cases.Data;
using Percurso.Cases.Domain;
using Percurso.Cases.Spine;
using Percurso.Clinics.Contracts;
using Percurso.Kernel;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Security;
using Percurso.Kernel.Web;
using Percurso.Patients.Contracts;
using Percurso.Theme.Contracts;

namespace Percurso.Cases.Pages.Cases;

/// <summary>Patient and case on one form; with <c>?paciente=</c> a further case of a known patient, with <c>?caso=</c> a copy of a case.</summary>
[Authorize]
sealed class NewModel(
    CasesDb db, OpenCases open, IPatients patients, IWorkplaces workplaces, IClinicPeople clinics, IFindPeople people,
    IPermissions permissions, Words words) : PageModel, IShowAgain
{
    [BindProperty]
    public CaseForm Input { get; set; } = new();

    [BindProperty(Name = "paciente", SupportsGet = true)]
    public Guid? Patient { get; set; }

    [BindProperty(Name = "caso", SupportsGet = true)]
    public Guid? Copied { get; set; }

    /// <summary>Of those who steer cases: the clinic they open one for.</summary>
    [BindProperty(Name = "consultorio", SupportsGet = true)]
    public Guid? For { get; set; }

    public bool ByCompany { get; private set; }
    public Workplace? Workplace { get; private set; }
    public KnownPatient? Known { get; private set; }
    public IReadOnlyList<KnownPatient> Alike { get; private set; } = [];
    public IReadOnlyList<PathwayStep> Steps { get; private set; } = [];
    public IEnumerable<SelectListItem> Dentists { get; private set; } = [];
    public DateTime? DraftSavedAt { get; private set; }

    /// <summary>Under which the draft is kept.</summary>
    public string Start => (Patient ?? Copied)?.ToString() ?? "";

    public IEnumerable<SelectListItem> Sexes => SexWords.Choices(words);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await ShowAgainAsync(cancel);
        if (Workplace is not { Id: var clinic }) return For is null ? Page() : NotFound();
        if (Patient is not null && Known is null) return NotFound();
        if (Copied is { } copied && !await CopyAsync(copied, clinic, cancel)) return NotFound();

        Input.PatientId = Known?.Id;
        if (await db.Drafts.FindAsync([User.AccountId(), clinic, Start], cancel) is { } draft) await RestoreAsync(draft);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ShowAgainAsync(cancel);
        if (Workplace is not { Id: var clinic }) return NotFound();
        if (Input.PatientId is not null && Known is null) return NotFound();

        if (Known is null && !Input.IsAnother)
        {
            Alike = await patients.LikeAsync(clinic, Input.Name!.Trim(), Input.BornOn, cancel);
            if (Alike.Count > 0)
                throw new RuleBrokenException("Pode ser um paciente que já está cadastrado. Escolha-o, ou diga que é outra pessoa.") { Field = "Input.Name" };
        }

        var me = User.AccountId();
        var dentists = await clinics.DentistsOfAsync(clinic, cancel);
        var dentist = Input.DentistId is { } chosen && dentists.Contains(chosen) ? chosen : dentists.Contains(me) ? me : dentists[0];
        var opened = await open.OpenAsync(
            new(clinic, dentist, Known?.Id, Known is null ? Input.ReadPatient() : null, Input.ReadNickname(), Input.ReadPrescription(), me, ByCompany), cancel);
        await db.Drafts.Where(draft => draft.AccountId == me && draft.ClinicId == clinic && draft.Start == Start).ExecuteDeleteAsync(cancel);
        TempData.Confirm(words["O caso {0} está aberto.", opened.Number]);
        return RedirectToPage("Case", new { opened.Id });
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        var me = User.AccountId();
        Workplace = For is { } asked ? await SteeredAsync(asked, cancel) : (await workplaces.OfAsync(me, cancel)).FirstOrDefault(place => place.IsChosen);
        if (Workplace is not { Id: var clinic }) return;

        Known = (Patient ?? Input.PatientId) is { } id && await patients.FindAsync(id, cancel) is { } found && found.ClinicId == clinic ? found : null;
        Steps = (await open.NewestAsync(cancel)).Steps;
        var dentists = await clinics.DentistsOfAsync(clinic, cancel);
        var named = await people.ByIdAsync(dentists, cancel);
        Dentists = [.. dentists.Where(named.ContainsKey).Select(one => new SelectListItem(named[one].Name, one.ToString()))];
        if (HttpMethods.IsGet(Request.Method)) await StartAsync(dentists.Contains(me) ? me : dentists[0], clinic, cancel);
    }

    async Task<Workplace?> SteeredAsync(Guid clinic, CancellationToken cancel)
    {
        ByCompany = (await permissions.OfAsync(User)).Contains(CasesPermissions.Steer);
        return ByCompany && await clinics.NameOfAsync(clinic, cancel) is { } name ? new(clinic, name, false, false) : null;
    }

    /// <summary>With what the dentist used last.</summary>
    async Task StartAsync(Guid dentist, Guid clinic, CancellationToken cancel)
    {
        Input.DentistId = dentist;
        if (await db.Habits.AsNoTracking().SingleOrDefaultAsync(one => one.DentistId == dentist && one.ClinicId == clinic, cancel) is { } habit)
            Input.Start(new(0, false, habit.Brand, habit.Line, habit.Platform), habit.Kit, habit.Sleeves);
    }

    async Task<bool> CopyAsync(Guid copied, Guid clinic, CancellationToken cancel)
    {
        if (await db.Cases.AsNoTracking().SingleOrDefaultAsync(one => one.Id == copied && one.ClinicId == clinic, cancel) is not { } source) return false;

        Input.Fill(source.Prescription with { SurgeryOn = null });
        (Patient, Input.DentistId) = (null, source.DentistId);
        Known = await patients.FindAsync(source.PatientId, cancel);
        return true;
    }

    async Task RestoreAsync(Draft draft)
    {
        var fields = JsonSerializer.Deserialize<Dictionary<string, string[]>>(draft.Fields)!;
        var values = new FormCollection(fields.ToDictionary(field => field.Key, field => new StringValues(field.Value)));
        await TryUpdateModelAsync(Input, "Input", new FormValueProvider(BindingSource.Form, values, CultureInfo.CurrentCulture));
        ModelState.Clear();
        (Input.PatientId, DraftSavedAt) = (Known?.Id, draft.SavedAt);
    }
}
