using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Files.Contracts;
using Percurso.Files.Data;
using Percurso.Files.Domain;
using Percurso.Files.Downloads;
using Percurso.Kernel.Web;

namespace Percurso.Files.Pages.Quarantine;

/// <summary>The files that turned out to be somebody else's, those that wait first.</summary>
[Authorize(Policy = FilesPermissions.SettleQuarantine)]
sealed class ApartModel(FilesDb db, Readers readers, ISlots slots) : PageModel
{
    public const int Size = 30;

    [BindProperty(Name = "pagina", SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public int Total { get; private set; }

    public int Waiting { get; private set; }

    public IReadOnlyList<(StoredFile File, string Case, string Slot)> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var apart = db.Files.AsNoTracking().Where(file => file.State == FileState.Quarantined);
        (Total, Waiting) = (await apart.CountAsync(cancel), await apart.CountAsync(file => file.Outcome == null, cancel));
        PageNumber = Paging.Within(PageNumber, Size, Total);
        var files = await apart.OrderBy(file => file.Outcome != null).ThenByDescending(file => file.OutAt).Skip((PageNumber - 1) * Size).Take(Size).ToListAsync(cancel);
        var titles = (await slots.AllAsync(cancel)).ToDictionary(slot => slot.Key, slot => slot.Title.ToString());
        var cases = new Dictionary<Guid, string>();
        foreach (var (purpose, subject) in files.Select(file => (file.Purpose, file.SubjectId)).Distinct())
            cases[subject] = (await readers.SubjectAsync(purpose, subject, cancel))?.Number ?? "—";
        Lines = [.. files.Select(file => (file, cases[file.SubjectId], titles.GetValueOrDefault(file.Slot, file.Slot)))];
    }
}
