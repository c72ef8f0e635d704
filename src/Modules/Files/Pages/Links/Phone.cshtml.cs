using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

using Percurso.Files.Contracts;
using Percurso.Files.Data;
using Percurso.Files.Downloads;
using Percurso.Files.Links;
using Percurso.Files.Uploads;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Security;
using Percurso.Kernel.Web;

using QRCoder;

namespace Percurso.Files.Pages.Links;

/// <summary>A QR code that opens one slot on the phone that reads it first. Each press makes another.</summary>
[Authorize]
sealed class PhoneModel(FilesDb db, Readers readers, ISlots slots, PublicUrl url, TimeProvider clock, Words words) : LinksPage(readers)
{
    [FromRoute]
    public string Slot { get; set; } = "";

    public SlotView? Of { get; private set; }

    /// <summary>A picture of the address, as data; null until asked for.</summary>
    public string? Picture { get; private set; }

    public string? Address { get; private set; }

    /// <summary>What this person's phone has sent for the item by the codes that still live, and what is on its way.</summary>
    public IReadOnlyList<PhoneArrival> Arrivals { get; private set; } = [];

    /// <summary>Whether a phone has read a code and may send.</summary>
    public bool IsListening { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await ShowAsync(cancel) is not Microsoft.AspNetCore.Mvc.RazorPages.PageResult page) return NotFound();

        var (link, secret) = Link.ForPhone(Purpose, Subject, Slot, words["Celular"], User.AccountId(), clock.GetUtcNow().UtcDateTime);
        db.Add(link);
        await db.SaveChangesAsync(cancel);
        Address = url.To($"/enviar/{secret}");
        using var data = QRCodeGenerator.GenerateQrCode(Address, QRCodeGenerator.ECCLevel.M);
        using var png = new PngByteQRCode(data);
        Picture = "data:image/png;base64," + Convert.ToBase64String(png.GetGraphic(8));
        Response.Headers.CacheControl = "no-store";
        return page;
    }

    async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Of = (await slots.AllAsync(cancel)).FirstOrDefault(slot => slot.Key == Slot);
        if (Of is null) return NotFound();

        await ReadArrivalsAsync(cancel);
        return Page();
    }

    async Task ReadArrivalsAsync(CancellationToken cancel)
    {
        var (me, now) = (User.AccountId(), clock.GetUtcNow().UtcDateTime);
        var links = await db.Links.AsNoTracking()
            .Where(link => link.Purpose == Purpose && link.SubjectId == Subject && link.MadeBy == me && link.Kind == LinkKind.Phone && link.EndsAt > now && link.RevokedAt == null && link.Slots.Contains(Slot))
            .Select(link => new { link.Id, link.OpenedAt }).ToListAsync(cancel);
        var ids = links.ConvertAll(link => (Guid?)link.Id);
        IsListening = links.Exists(link => link.OpenedAt is not null);
        var come = await db.Files.AsNoTracking().Where(file => ids.Contains(file.LinkId) && file.State != FileState.Withdrawn && file.State != FileState.Quarantined)
            .OrderBy(file => file.SentAt).Select(file => new PhoneArrival(file.Name, file.State)).ToListAsync(cancel);
        var coming = await db.Uploads.AsNoTracking().Where(upload => ids.Contains(upload.LinkId) && upload.FinishedAt == null && upload.ExpiresAt > now && upload.Kind != UploadKind.Partial)
            .OrderBy(upload => upload.CreatedAt).Select(upload => new PhoneArrival(upload.Name, null)).ToListAsync(cancel);
        Arrivals = [.. come, .. coming];
    }
}

/// <param name="Name">As the phone calls it.</param>
/// <param name="State">Null while it is on its way.</param>
sealed record PhoneArrival(string Name, FileState? State);
