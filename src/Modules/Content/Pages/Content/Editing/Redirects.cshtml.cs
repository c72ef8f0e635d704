using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Content.Contracts;
using Percurso.Content.Data;
using Percurso.Content.Domain.Pages;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Web;
using Percurso.Theme.Contracts;

namespace Percurso.Content.Pages.Content.Editing;

[Authorize(Policy = ContentPermissions.EditPages)]
sealed class RedirectsModel(ContentDb db, Words words, TimeProvider clock) : PageModel, IShowAgain
{
    public const int Size = 50;

    /// <summary>Bound by the one handler that takes it.</summary>
    public Form Input { get; private set; } = new();

    [BindProperty(Name = "pagina", SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => ShowAgainAsync(cancel);

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        Total = await db.Redirects.CountAsync(cancel);
        PageNumber = Paging.Within(PageNumber, Size, Total);
        var rows = await db.Redirects.OrderBy(one => one.Origin).Skip((PageNumber - 1) * Size).Take(Size).ToListAsync(cancel);
        var ids = rows.Select(one => one.PageId).OfType<Guid>().ToList();
        var paths = (await db.Pages.Where(page => ids.Contains(page.Id)).Select(page => new { page.Id, page.Culture, page.Address }).ToListAsync(cancel))
            .ToDictionary(page => page.Id, page => PageAddress.PathOf(page.Culture, page.Address));
        Lines = [.. rows.Select(one => new Line(one.Id, one.Origin, one.Target ?? paths.GetValueOrDefault(one.PageId ?? Guid.Empty, ""), one.IsKept))];
    }

    public async Task<IActionResult> OnPostAsync(Form input, CancellationToken cancel)
    {
        Input = input;
        db.Add(Domain.Pages.Redirect.Written(Input.Origin, Input.Target, await db.Redirects.AsNoTracking().ToListAsync(cancel), clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(cancel);
        TempData.Confirm(words["O redirecionamento vale a partir de agora."]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid redirect, CancellationToken cancel)
    {
        if (await db.Redirects.SingleOrDefaultAsync(one => one.Id == redirect, cancel) is not { } found) return NotFound();

        db.Remove(found);
        await db.SaveChangesAsync(cancel);
        TempData.Confirm(words["O endereço {0} não leva mais a lugar nenhum.", found.Origin]);
        return RedirectToPage();
    }

    internal sealed class Form
    {
        [Required(ErrorMessage = "Escreva o endereço antigo.")]
        [StringLength(Domain.Pages.Redirect.Length, ErrorMessage = "O endereço passa de 200 letras. Escreva-o mais curto.")]
        public string Origin { get; set; } = "";

        [Required(ErrorMessage = "Escreva o endereço novo.")]
        [StringLength(Domain.Pages.Redirect.Length, ErrorMessage = "O endereço passa de 200 letras. Escreva-o mais curto.")]
        public string Target { get; set; } = "";
    }

    internal sealed record Line(Guid Id, string Origin, string Target, bool IsKept);
}
