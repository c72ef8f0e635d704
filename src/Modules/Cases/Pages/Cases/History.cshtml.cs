using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Data;
using Percurso.Cases.Domain;
using Percurso.Cases.Rights;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Security;

namespace Percurso.Cases.Pages.Cases;

/// <summary>The case's history, which both sides read.</summary>
[Authorize]
sealed class HistoryModel(CaseFrame frame, CasesDb db, CaseReaders readers, IPeople people, Words words) : CasePage(frame)
{
    public IReadOnlyList<(CaseEvent Event, string Name)> Lines { get; private set; } = [];

    public bool MayTakeFile { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        MayTakeFile = await readers.MayTakeAwayAsync(User, Reader, Case, cancel);
        var all = await db.Events.AsNoTracking().Where(one => one.CaseId == Id).OrderByDescending(one => one.Number).ToListAsync(cancel);
        var names = new Dictionary<Guid, string>();
        foreach (var by in all.Select(one => one.By).OfType<Guid>().Distinct()) names[by] = await people.NameOfAsync(by, cancel) ?? words["Alguém que já saiu"];
        Lines = [.. all.Select(one => (one, one.By is { } by ? names[by] : words["o site"].Value))];
    }
}
