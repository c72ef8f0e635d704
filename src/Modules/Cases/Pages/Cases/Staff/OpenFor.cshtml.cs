using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using Percurso.Cases.Contracts;
using Percurso.Clinics.Contracts;

namespace Percurso.Cases.Pages.Cases.Staff;

/// <summary>Whose case the company opens.</summary>
[Authorize(Policy = CasesPermissions.Steer)]
sealed class OpenForModel(IClinicPeople clinics) : PageModel
{
    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Search { get; set; }

    public IReadOnlyList<(Guid Id, string Name)> Found { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Found = await clinics.SearchAsync(Search?.Trim() ?? "", cancel);
}
