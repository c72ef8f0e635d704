using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Content.Contracts;
using Percurso.Content.Data;
using Percurso.Content.Orchard;
using Percurso.Kernel;
using Percurso.Kernel.Web;

namespace Percurso.Content.Pages.Orchard;

/// <summary>Takes a recipe of Orchard Core and rehearses it: what would come, what is here, what has no place.</summary>
[Authorize(Policy = ContentPermissions.ImportOrchard)]
sealed class IndexModel(ContentDb db, ImportOrchard import, TimeProvider clock) : PageModel, IShowAgain
{
    public IReadOnlyList<Line> Uploads { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Uploads = await db.OrchardUploads.AsNoTracking().OrderByDescending(upload => upload.Id)
        .Select(upload => new Line(upload.Id, upload.FileName, upload.At, upload.ImportedAt)).Take(20).ToListAsync(cancel);

    public Task ShowAgainAsync(CancellationToken cancel) => OnGetAsync(cancel);

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken cancel)
    {
        if (file is null || file.Length == 0) throw new RuleBrokenException("Escolha um arquivo para enviar.");
        if (file.Length > OrchardUpload.Largest) throw new RuleBrokenException("O arquivo passa de 20 MB. Divida a exportação e importe em partes.");

        var bytes = new byte[file.Length];
        await using (var stream = file.OpenReadStream()) await stream.ReadExactlyAsync(bytes, cancel);
        var report = await import.RunAsync(new OrchardFile(bytes), rehearse: true, cancel);
        db.ChangeTracker.Clear();

        var name = Path.GetFileName(file.FileName);
        var upload = new OrchardUpload(name[..Math.Min(name.Length, OrchardUpload.NameLength)], bytes, report.Findings, clock.GetUtcNow().UtcDateTime);
        db.Add(upload);
        await db.SaveChangesAsync(cancel);
        return RedirectToPage("Report", new { upload.Id });
    }

    internal sealed record Line(Guid Id, string FileName, DateTime At, DateTime? ImportedAt);
}
