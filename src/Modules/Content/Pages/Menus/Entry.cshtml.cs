using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

using Percurso.Content.Contracts;
using Percurso.Content.Data;
using Percurso.Content.Menus;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Web;
using Percurso.Theme.Contracts;

namespace Percurso.Content.Pages.Menus;

/// <summary>What one entry of a menu says and where it leads; a new one where the address names none.</summary>
[Authorize(Policy = ContentPermissions.ManageMenus)]
sealed class EntryModel(ContentDb db, Words words) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true)]
    public MenuChoice Choice { get; set; } = new();

    [BindProperty(Name = "item", SupportsGet = true)]
    public Guid? EntryId { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> PagesToChoose { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        if (EntryId is { } id)
        {
            if ((await Choice.FindAsync(db, cancel))?.All.FirstOrDefault(entry => entry.Id == id) is not { } entry) return NotFound();

            Input = new() { Text = entry.Text, Page = entry.PageId, Address = entry.Address };
        }

        await ShowAgainAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var menu = await Choice.FindAsync(db, cancel);
        if (EntryId is { } id && menu?.All.All(entry => entry.Id != id) is not false) return NotFound();

        var page = Input.Page is { } chosen && await db.Pages.AnyAsync(one => one.Id == chosen, cancel) ? Input.Page : null;
        var entry = MenuEntry.Of(EntryId ?? Guid.CreateVersion7(), Input.Text, page, Input.Address, []);
        if (menu is null) db.Add(menu = new SiteMenu(Choice.Place, Choice.Culture.Name));
        if (EntryId is null) menu.Add(entry);
        else menu.Change(entry);
        await db.SaveChangesAsync(cancel);

        TempData.Confirm(words["O menu está guardado, e o site já o mostra."]);
        return RedirectToPage("Index", null, Choice.Route, $"item-{entry.Id}");
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        var culture = Choice.Culture.Name;
        var pages = await db.Pages.AsNoTracking().Where(page => page.Culture == culture).OrderBy(page => page.Address)
            .Select(page => new { page.Id, page.Draft, page.Address }).ToListAsync(cancel);
        PagesToChoose =
        [
            new(words["Nenhuma: um endereço, ou só um título"], ""),
            .. pages.Select(page => new SelectListItem($"{page.Draft.Title} (/{page.Address})", page.Id.ToString())),
        ];
    }

    internal sealed class Form
    {
        [StringLength(MenuEntry.TextLength, ErrorMessage = "O item passa de 60 letras. Um menu se lê de relance; escreva menos.")]
        public string? Text { get; set; }

        public Guid? Page { get; set; }

        [StringLength(MenuEntry.AddressLength, ErrorMessage = "O endereço passa de 400 letras. Confira se foi copiado certo.")]
        public string? Address { get; set; }
    }
}
