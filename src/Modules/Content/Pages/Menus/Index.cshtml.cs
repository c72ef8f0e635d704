using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using Percurso.Content.Contracts;
using Percurso.Content.Data;
using Percurso.Content.Menus;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Web;
using Percurso.Theme.Contracts;

namespace Percurso.Content.Pages.Menus;

/// <summary>One menu in one language, with what can be done to each entry.</summary>
[Authorize(Policy = ContentPermissions.ManageMenus)]
sealed class IndexModel(ContentDb db, ReadMenus read, SiteIdentity site, Words words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public MenuChoice Choice { get; set; } = new();

    public SiteMenu? Menu { get; private set; }
    public IReadOnlyDictionary<Guid, (string Path, string Title)> Targets { get; private set; } = new Dictionary<Guid, (string, string)>();
    public IReadOnlyList<System.Globalization.CultureInfo> Languages => site.Languages;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Menu = await Choice.FindAsync(db, cancel);
        if (Menu is not null) Targets = await read.PagesOfAsync(Menu, cancel);
    }

    public Task<IActionResult> OnPostMoveAsync(Guid id, MenuMove move, CancellationToken cancel) => DoAsync(id, menu => menu.Move(id, move), cancel);

    public Task<IActionResult> OnPostDropAsync(Guid id, Guid? under, Guid? before, CancellationToken cancel) => DoAsync(id, menu => menu.PutAt(id, under, before), cancel);

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancel)
    {
        var done = await DoAsync(id, menu => menu.Remove(id), cancel);
        if (done is not NotFoundResult) TempData.Confirm(words["O item saiu do menu."]);
        return done;
    }

    async Task<IActionResult> DoAsync(Guid id, Action<SiteMenu> act, CancellationToken cancel)
    {
        if (await Choice.FindAsync(db, cancel) is not { } menu || menu.All.All(entry => entry.Id != id)) return NotFound();

        act(menu);
        await db.SaveChangesAsync(cancel);
        return RedirectToPage(null, null, Choice.Route, $"item-{id}");
    }

    /// <summary>What an entry says; a page's title where it says nothing itself.</summary>
    public string TextOf(MenuEntry entry) =>
        entry.Text.Length > 0 ? entry.Text : entry.PageId is { } id && Targets.TryGetValue(id, out var page) ? page.Title : words["Página fora do ar"].Value;

    /// <summary>Where it leads, in words.</summary>
    public string AimOf(MenuEntry entry) =>
        entry.PageId is { } id ? Targets.TryGetValue(id, out var page) ? page.Path : words["A página não está no ar: os visitantes não veem este item."].Value
        : entry.Address ?? words["Só um título"].Value;
}
