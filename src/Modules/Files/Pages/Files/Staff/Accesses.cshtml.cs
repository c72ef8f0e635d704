using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Files.Contracts;
using Percurso.Files.Data;
using Percurso.Files.Downloads;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Security;
using Percurso.Kernel.Web;

namespace Percurso.Files.Pages.Files.Staff;

/// <summary>Who fetched which files, the latest first. The database keeps these lines from everybody's hands, this page's too.</summary>
[Authorize(Policy = FilesPermissions.SeeAccesses)]
sealed class AccessesModel(FilesDb db, Readers readers, IPeople people, ISlots slots, Words words) : PageModel
{
    public const int Size = 50;

    [BindProperty(Name = "pagina", SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Total = await db.Accesses.CountAsync(cancel);
        PageNumber = Paging.Within(PageNumber, Size, Total);
        var rows = await (from access in db.Accesses.AsNoTracking()
                          join file in db.Files on access.FileId equals file.Id
                          orderby access.At descending, access.Id
                          select new { Access = access, file.Slot, file.Number }).Skip((PageNumber - 1) * Size).Take(Size).ToListAsync(cancel);
        var titles = (await slots.AllAsync(cancel)).ToDictionary(slot => slot.Key, slot => slot.Title.ToString());
        var (names, subjects) = (new Dictionary<Guid, string>(), new Dictionary<Guid, string>());
        foreach (var id in rows.SelectMany(row => new[] { row.Access.AccountId, row.Access.SeenBy ?? row.Access.AccountId }).Distinct())
            names[id] = await people.NameOfAsync(id, cancel) ?? words["Alguém que já saiu"];
        foreach (var (purpose, subject) in rows.Select(row => (row.Access.Purpose, row.Access.SubjectId)).Distinct())
            subjects[subject] = (await readers.SubjectAsync(purpose, subject, cancel))?.Number ?? "—";
        Lines = [.. rows.Select(row => new Line(
            row.Access.At, names[row.Access.AccountId], row.Access.SeenBy is { } seer ? names[seer] : null, subjects[row.Access.SubjectId],
            titles.GetValueOrDefault(row.Slot, row.Slot), row.Number, row.Access.Kind, row.Access.Address))];
    }

    internal sealed record Line(DateTime At, string Who, string? SeenBy, string Subject, string Slot, int Number, AccessKind Kind, string? Address);
}
