using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Contracts;
using Percurso.Cases.Data;
using Percurso.Cases.Steps.Guidance;
using Percurso.Files.Contracts;

namespace Percurso.Cases.Steps.Intake;

/// <summary>The items of a case.</summary>
sealed class IntakeList(CasesDb db, ISlots slots)
{
    /// <summary>
    /// Writes down what this case needs, by the company's list as it is now. What is there keeps its state; what is no longer asked for stays, and
    /// nobody waits for it.
    /// </summary>
    public async Task ListAsync(Guid caseId, string step, Prescription asked, CancellationToken cancel)
    {
        var items = await ItemsAsync(caseId, step, cancel);
        var wanted = await slots.ForAsync(CaseTags.Of(asked), cancel);
        foreach (var (slot, need) in wanted)
            if (items.Find(item => item.Slot == slot.Key) is { } known) known.Weigh(need, slot.TakesPhysical);
            else db.Add(new IntakeItem(caseId, step, slot, need));
        foreach (var item in items.Where(item => wanted.All(one => one.Slot.Key != item.Slot))) item.Weigh(Need.Optional, item.TakesPhysical);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The company asks for less in one slot, or no longer for it: so much is asked of a case under way too. More is not.</summary>
    public async Task EaseAsync(Guid caseId, string step, string slot, Prescription asked, CancellationToken cancel)
    {
        var need = (await slots.ForAsync(CaseTags.Of(asked), cancel)).Where(one => one.Slot.Key == slot).Select(one => (Need?)one.Need).FirstOrDefault();
        if (need == Need.Required) return;

        foreach (var item in (await ItemsAsync(caseId, step, cancel)).Where(item => item.Slot == slot)) item.Weigh(Need.Optional, item.TakesPhysical);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The clinical sheet, where something was answered on screen; else null.</summary>
    public async Task<ClinicalSheet?> SheetAsync(Guid caseId, CancellationToken cancel) =>
        await db.Set<ClinicalSheet>().AsNoTracking().SingleOrDefaultAsync(sheet => sheet.CaseId == caseId, cancel) is { Counts: true } sheet ? sheet : null;

    /// <summary>To be changed.</summary>
    public Task<List<IntakeItem>> ItemsAsync(Guid caseId, string step, CancellationToken cancel) =>
        db.Set<IntakeItem>().Where(item => item.CaseId == caseId && item.Step == step).ToListAsync(cancel);
}
