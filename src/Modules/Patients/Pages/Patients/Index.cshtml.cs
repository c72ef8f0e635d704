using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Clinics.Contracts;
using Percurso.Kernel.Data;
using Percurso.Kernel.Web;
using Percurso.Patients.Data;
using Percurso.Patients.Rights;

namespace Percurso.Patients.Pages.Patients;

/// <summary>The patients of the clinic the reader works for now.</summary>
[Authorize]
sealed class IndexModel(PatientsDb db, IWorkplaces workplaces) : PageModel
{
    public const int Size = 25;

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Search { get; set; }

    [BindProperty(Name = "pagina", SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public Workplace? Workplace { get; private set; }
    public int Total { get; private set; }
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Workplace = await workplaces.ChosenAsync(User, cancel);
        if (Workplace is not { Id: var clinic }) return;

        var found = db.Patients.AsNoTracking().Where(patient => patient.ClinicId == clinic);
        if (!string.IsNullOrWhiteSpace(Search)) found = found.Where(patient => Sql.Plain(patient.Name).Contains(Sql.Plain(Search.Trim())));
        Total = await found.CountAsync(cancel);
        PageNumber = Paging.Within(PageNumber, Size, Total);
        Lines = await found.OrderBy(patient => EF.Functions.Collate(patient.Name, "pt-BR-x-icu")).ThenBy(patient => patient.Id)
            .Skip((PageNumber - 1) * Size).Take(Size)
            .Select(patient => new Line(patient.Id, patient.Name, patient.BornOn, patient.Phone, patient.Email))
            .ToListAsync(cancel);
    }

    internal sealed record Line(Guid Id, string Name, DateOnly? BornOn, string? Phone, string? Email);
}
