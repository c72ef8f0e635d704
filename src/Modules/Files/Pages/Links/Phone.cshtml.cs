using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

using Percurso.Files.Contracts;
using Percurso.Files.Data;
using Percurso.Files.Downloads;
using Percurso.Files.Links;
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
        return Of is null ? NotFound() : Page();
    }
}
