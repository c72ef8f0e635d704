using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Files.Contracts;
using Percurso.Files.Data;
using Percurso.Files.Downloads;
using Percurso.Files.Links;
using Percurso.Kernel;

namespace Percurso.Files.Pages.Links;

/// <summary>What somebody with a link sees: initials and number of the case, the slots, and nothing of what is there already.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
sealed class SendModel(FilesDb db, LinkCookie cookie, Readers readers, ISlots slots, TimeProvider clock) : PageModel
{
    [FromRoute]
    public string Token { get; set; } = "";

    public Link Link { get; private set; } = null!;

    public FileSubject Subject { get; private set; } = null!;

    public IReadOnlyList<SlotView> Slots { get; private set; } = [];

    /// <summary>Whether this device has it open.</summary>
    public bool IsOpen { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await IsThereAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await IsThereAsync(cancel)) return NotFound();
        if (IsOpen) return Redirect($"/enviar/{Token}");

        string device;
        try
        {
            device = Link.Open(clock.GetUtcNow().UtcDateTime);
        }
        catch (RuleBrokenException)
        {
            return NotFound();
        }

        await db.SaveChangesAsync(cancel);
        LinkCookie.Keep(HttpContext, Link, Link.Kind == LinkKind.Phone ? device : Token);
        return Redirect($"/enviar/{Token}");
    }

    async Task<bool> IsThereAsync(CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        Response.Headers["Referrer-Policy"] = "no-referrer";
        var hash = Link.HashOf(Token);
        if (await db.Links.SingleOrDefaultAsync(row => row.SecretHash == hash, cancel) is not { } link || !cookie.IsAlive(link)
            || await readers.SubjectAsync(link.Purpose, link.SubjectId, cancel) is not { TakesFiles: true } subject) return false;

        (Link, Subject) = (link, subject);
        IsOpen = (await cookie.LinkOfAsync(HttpContext, cancel))?.Id == link.Id;
        // Once another device has it, it is not there for this one.
        if (link is { Kind: LinkKind.Phone, DeviceHash: not null } && !IsOpen) return false;

        Slots = [.. (await slots.AllAsync(cancel)).Where(slot => link.Slots.Contains(slot.Key))];
        return true;
    }
}
