using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

using Percurso.Content.Contracts;
using Percurso.Content.Data;
using Percurso.Content.Domain.Pages;
using Percurso.Content.Editing;
using Percurso.Content.Publishing;
using Percurso.Kernel;
using Percurso.Kernel.Security;
using Percurso.Kernel.Web;

namespace Percurso.Content.Pages.Content.Editing;

[Authorize(Policy = ContentPermissions.EditPages)]
sealed class NewModel(ContentDb db, ReservedAddresses reserved, SiteIdentity site, TimeProvider clock) : PageModel, IShowAgain
{
    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>The page it will be a translation of.</summary>
    [BindProperty(Name = "de", SupportsGet = true)]
    public Guid? From { get; set; }

    public SitePage? Original { get; private set; }

    public IReadOnlyList<SelectListItem> Cultures { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await ShowAgainAsync(cancel);
        Input.Culture = Cultures.Count > 0 ? Cultures[0].Value : "";
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        Original = From is null ? null : await db.Pages.AsNoTracking().SingleOrDefaultAsync(page => page.Id == From, cancel);
        var there = Original is null ? [] : await db.Pages.Where(page => page.GroupId == Original.GroupId).Select(page => page.Culture).ToListAsync(cancel);
        Cultures = [.. site.Languages.Where(culture => !there.Contains(culture.Name)).Select(culture => new SelectListItem(culture.NativeName, culture.Name))];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ShowAgainAsync(cancel);
        if (Cultures.All(culture => culture.Value != Input.Culture)) throw new RuleBrokenException("A página já existe neste idioma, ou o site não o oferece. Escolha outro.");

        var content = Original is null ? PageContent.Empty(Input.Title.Trim()) : Original.Draft with { Title = Input.Title.Trim() };
        var page = new SitePage(
            Original?.GroupId ?? Guid.CreateVersion7(), Input.Culture, await FreeAddressAsync(cancel), content, User.AccountId(), clock.GetUtcNow().UtcDateTime);
        db.Add(page);
        await db.SaveChangesAsync(cancel);
        return RedirectToPage("Edit", new { id = page.Id });
    }

    /// <summary>What the title becomes as an address, with a number where that is taken.</summary>
    async Task<string> FreeAddressAsync(CancellationToken cancel)
    {
        var wanted = PageAddress.From(Input.Title);
        var culture = Input.Culture;
        for (var number = 1; ; number++)
        {
            var address = number == 1 ? wanted : $"{wanted}-{number}";
            if (!reserved.Has(address) && !await db.Pages.AnyAsync(page => page.Culture == culture && page.Address == address, cancel)) return address;
        }
    }

    internal sealed class Form
    {
        [Required(ErrorMessage = "Escreva o título da página.")]
        [StringLength(PageContent.TitleLength, ErrorMessage = "O título passa de 120 letras. Escreva-o mais curto.")]
        public string Title { get; set; } = "";

        public string Culture { get; set; } = "";
    }
}
