using Percurso.Files.Contracts;

namespace Percurso.Cases.Steps.Intake;

/// <summary>One item as its page shows it.</summary>
sealed record IntakeLine(IntakeItem Item, SlotView Slot, IReadOnlyList<FileView> Files)
{
    /// <summary>The newest first; what was taken out is not shown.</summary>
    public IEnumerable<FileView> Shown => Files.Where(file => file.IsHere).OrderByDescending(file => file.Number);

    /// <summary>Whether it stands for the item: each does where many may, else the newest that can be used.</summary>
    public bool IsCurrent(FileView file) => file.Counts && (Slot.TakesMany || file.Number == Files.Where(one => one.Counts).Max(one => one.Number));
}

/// <summary>The items of a case with what lies in them, in the company's order.</summary>
sealed class IntakeShelf(IntakeList list, ISlots slots, IFiles files)
{
    public async Task<IReadOnlyList<IntakeLine>> LinesAsync(Guid caseId, string step, CancellationToken cancel)
    {
        var items = await list.ItemsAsync(caseId, step, cancel);
        var all = await files.OfAsync(CaseFiles.CasePurpose, caseId, cancel);
        return [.. from slot in await slots.AllAsync(cancel)
                   join item in items on slot.Key equals item.Slot
                   select new IntakeLine(item, slot, [.. all.Where(file => file.Slot == slot.Key)])];
    }
}
