using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using Percurso.Administration.Contracts;
using Percurso.Kernel.Audit;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Web;

namespace Percurso.Administration.Pages.Administration;

[Authorize(Policy = AdministrationPermissions.Audit)]
sealed class AuditModel(IAuditLog log, IEnumerable<AuditAct> acts, Words words) : PageModel, IShowAgain
{
    public const int Size = 25;

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Search { get; set; }

    [BindProperty(Name = "ato", SupportsGet = true)]
    public string? Act { get; set; }

    [BindProperty(Name = "pessoa", SupportsGet = true)]
    public Guid? Account { get; set; }

    [BindProperty(Name = "pagina", SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public int Total { get; private set; }
    public IReadOnlyList<AuditLine> Lines { get; private set; } = [];
    public IReadOnlyList<AuditPerson> People { get; private set; } = [];

    /// <summary>Null until somebody asks whether the log is whole.</summary>
    public ChainState? Chain { get; private set; }

    public bool IsFiltered => Account is not null || !string.IsNullOrWhiteSpace(Act) || !string.IsNullOrWhiteSpace(Search);

    /// <summary>What can be asked for, by what the reader sees.</summary>
    public IEnumerable<(string Name, string Said)> Acts =>
        acts.Select(act => (act.Name, Said(act.Name))).OrderBy(act => act.Item2, StringComparer.CurrentCulture);

    /// <summary>An act of a module that is gone is called by its name.</summary>
    public string Said(string act) => acts.FirstOrDefault(known => known.Name == act) is { } found ? words[found.Description].Value : act;

    public Task OnGetAsync(CancellationToken cancel) => ShowAgainAsync(cancel);

    public async Task<IActionResult> OnPostCheckAsync(CancellationToken cancel)
    {
        Chain = await log.CheckAsync(cancel);
        await ShowAgainAsync(cancel);
        return Page();
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        var filter = new AuditFilter(Act, Account, Search);
        People = await log.PeopleAsync(cancel);
        Total = await log.CountAsync(filter, cancel);
        PageNumber = Paging.Within(PageNumber, Size, Total);
        Lines = await log.NewestAsync(filter, (PageNumber - 1) * Size, Size, cancel);
    }
}
