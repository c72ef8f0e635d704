using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Content.Contracts;
using Percurso.Content.Data;
using Percurso.Content.Domain.Pages;
using Percurso.Content.Publishing;
using Percurso.Kernel;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Web;
using Percurso.Theme.Contracts;

namespace Percurso.Content.Pages.Content.Editing;

[Authorize(Policy = ContentPermissions.EditPages)]
sealed class AddressModel(ContentDb db, ReservedAddresses reserved, Words words, TimeProvider clock) : PageModel, IShowAgain
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public SitePage Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel)) return NotFound();

        Input.Address = Shown.Address;
        return Page();
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await FindAsync(Guid.Parse(RouteData.Values["id"]!.ToString()!), cancel);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel)) return NotFound();

        var address = PageAddress.Parse(Input.Address);
        reserved.Refuse(Shown.Culture, address);
        if (await db.Pages.AnyAsync(page => page.Culture == Shown.Culture && page.Address == address && page.Id != id, cancel))
            throw new RuleBrokenException("Outra página já está neste endereço. Escolha outro.");

        var before = Shown.Path;
        if (Shown.MoveTo(address, clock.GetUtcNow().UtcDateTime) is { } kept)
        {
            var origins = new[] { before, Shown.Path };
            db.RemoveRange(await db.Redirects.Where(redirect => origins.Contains(redirect.Origin)).ToListAsync(cancel));
            await db.SaveChangesAsync(cancel);
            db.Add(kept);
        }

        await db.SaveChangesAsync(cancel);
        TempData.Confirm(words["A página está agora em {0}.", Shown.Path]);
        return RedirectToPage("Edit", new { id });
    }

    async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Pages.SingleOrDefaultAsync(page => page.Id == id, cancel) is not { } found) return false;

        Shown = found;
        return true;
    }

    internal sealed class Form
    {
        [Required(ErrorMessage = "Escreva o endereço da página.")]
        [StringLength(PageAddress.Length, ErrorMessage = "O endereço passa de 160 letras. Escreva-o mais curto.")]
        public string Address { get; set; } = "";
    }
}
