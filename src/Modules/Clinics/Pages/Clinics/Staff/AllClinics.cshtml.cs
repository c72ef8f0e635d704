using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Clinics.Contracts;
using Percurso.Clinics.Data;
using Percurso.Clinics.Domain;
using Percurso.Kernel.Brazil;
using Percurso.Kernel.Data;
using Percurso.Kernel.Web;

namespace Percurso.Clinics.Pages.Clinics.Staff;

/// <summary>Every clinic, for the company's staff.</summary>
[Authorize(Policy = ClinicsPermissions.SeeAll)]
sealed class AllClinicsModel(ClinicsDb db) : PageModel
{
    public const int Size = 25;

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Search { get; set; }

    [BindProperty(Name = "pagina", SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public int Total { get; private set; }
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var clinics = Matching();
        Total = await clinics.CountAsync(cancel);
        PageNumber = Paging.Within(PageNumber, Size, Total);
        Lines = await clinics.OrderBy(clinic => EF.Functions.Collate(clinic.Name, "pt-BR-x-icu")).ThenBy(clinic => clinic.Id)
            .Skip((PageNumber - 1) * Size).Take(Size)
            .Select(clinic => new Line(
                clinic.Id, clinic.Name, clinic.Cnpj, clinic.Members.Count,
                clinic.Addresses.Where(address => address.Id == clinic.DeliveryId).Select(address => address.City).FirstOrDefault()))
            .ToListAsync(cancel);
    }

    IQueryable<Clinic> Matching()
    {
        var clinics = db.Clinics.AsNoTracking();
        if (string.IsNullOrWhiteSpace(Search)) return clinics;

        var wanted = Search.Trim();
        if (Cnpj.TryParse(wanted, out var cnpj)) return clinics.Where(clinic => clinic.Cnpj == cnpj);
        return clinics.Where(clinic => Sql.Plain(clinic.Name).Contains(Sql.Plain(wanted)) || clinic.Addresses.Any(address => Sql.Plain(address.City).Contains(Sql.Plain(wanted))));
    }

    internal sealed record Line(Guid Id, string Name, Cnpj? Cnpj, int People, string? City);
}
