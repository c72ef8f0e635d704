using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

using Percurso.Files.Contracts;
using Percurso.Files.Data;
using Percurso.Files.Downloads;
using Percurso.Files.Links;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Security;
using Percurso.Kernel.Web;
using Percurso.Theme.Contracts;

namespace Percurso.Files.Pages.Links;

/// <summary>The links of one subject: those that were made, one for a radiology centre or laboratory, and an end to each.</summary>
[Authorize]
sealed class ListModel(FilesDb db, Readers readers, ISlots slots, PublicUrl url, TimeProvider clock, Words words) : LinksPage(readers)
{
    IReadOnlyList<SlotView> all = [];

    public IReadOnlyList<Link> Links { get; private set; } = [];

    /// <summary>To which something may still be sent.</summary>
    public IEnumerable<SlotView> Choices => all.Where(slot => About.Takes(slot.Key));

    /// <summary>The address of the link that was just made: it is shown once.</summary>
    public string? Made { get; private set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    public string TitleOf(string slot) => all.FirstOrDefault(one => one.Key == slot)?.Title.ToString() ?? slot;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Made = TempData["link"] as string;
        await ShowAgainAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var (link, secret) = Link.ForOutside(Purpose, Subject, [.. Input.Slots.Where(About.Takes).Distinct()], Input.Name.Trim(), User.AccountId(), Now);
        db.Add(link);
        await db.SaveChangesAsync(cancel);
        TempData["link"] = url.To($"/enviar/{secret}");
        TempData.Confirm(words["O link está pronto e vale por sete dias."]);
        return RedirectToPage(new { Purpose, Subject });
    }

    public override async Task ShowAgainAsync(CancellationToken cancel)
    {
        all = await slots.AllAsync(cancel);
        Links = await db.Links.AsNoTracking().Where(link => link.Purpose == Purpose && link.SubjectId == Subject).OrderByDescending(link => link.MadeAt).ToListAsync(cancel);
    }

    internal sealed class Form
    {
        [Required(ErrorMessage = "Escreva para quem é o link.")]
        [StringLength(Link.NameLength, ErrorMessage = "O nome passa de 80 letras. Escreva-o mais curto.")]
        public string Name { get; set; } = "";

        public List<string> Slots { get; set; } = [];
    }
}
