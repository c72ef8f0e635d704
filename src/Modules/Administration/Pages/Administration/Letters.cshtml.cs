using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using Percurso.Administration.Contracts;
using Percurso.Kernel.Mail;
using Percurso.Kernel.Web;

namespace Percurso.Administration.Pages.Administration;

[Authorize(Policy = AdministrationPermissions.Letters)]
sealed class LettersModel(ILetters letters) : PageModel
{
    public const int Size = 25;

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Search { get; set; }

    [BindProperty(Name = "estado", SupportsGet = true)]
    public LetterState? State { get; set; }

    [BindProperty(Name = "pagina", SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public bool StayHere => letters.CanBeRead;
    public int Total { get; private set; }
    public IReadOnlyList<LetterLine> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var filter = new LetterFilter(State, Search);
        Total = await letters.CountAsync(filter, cancel);
        PageNumber = Paging.Within(PageNumber, Size, Total);
        Lines = await letters.NewestAsync(filter, (PageNumber - 1) * Size, Size, cancel);
    }
}
