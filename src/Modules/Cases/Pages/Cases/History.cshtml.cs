using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Data;
using Percurso.Cases.Domain;
using Percurso.Cases.Filed;
using Percurso.Cases.Rights;

namespace Percurso.Cases.Pages.Cases;

/// <summary>The case's history, which both sides read.</summary>
[Authorize]
sealed class HistoryModel(CaseFrame frame, CasesDb db, CaseReaders readers, Names names) : CasePage(frame)
{
    public IReadOnlyList<(CaseEvent Event, string Name)> Lines { get; private set; } = [];

    public bool MayTakeFile { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        MayTakeFile = await readers.MayTakeAwayAsync(User, Reader, Case, cancel);
        var all = await db.Events.AsNoTracking().Where(one => one.CaseId == Id).OrderByDescending(one => one.Number).ToListAsync(cancel);
        var name = await names.OfAsync(all.Select(one => one.By), cancel);
        Lines = [.. all.Select(one => (one, name(one.By)))];
    }
}
