using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Contracts;
using Percurso.Cases.Data;
using Percurso.Files.Contracts;

namespace Percurso.Cases.Steps.Intake;

/// <summary>The items of a case.</summary>
sealed class IntakeList(CasesDb db, ISlots slots)
{
    /// <summary>Writes down what this case needs, by the company's list as it is now. What is there keeps its state.</summary>
    public async Task ListAsync(Guid caseId, string step, Prescription asked, CancellationToken cancel)
    {
        var items = await ItemsAsync(caseId, step, cancel);
        foreach (var (slot, need) in await slots.ForAsync(CaseTags.Of(asked), cancel))
            if (items.Find(item => item.Slot == slot.Key) is { } known) known.Weigh(need, slot.TakesPhysical);
            else db.Add(new IntakeItem(caseId, step, slot, need));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>To be changed.</summary>
    public Task<List<IntakeItem>> ItemsAsync(Guid caseId, string step, CancellationToken cancel) =>
        db.Set<IntakeItem>().Where(item => item.CaseId == caseId && item.Step == step).ToListAsync(cancel);
}
