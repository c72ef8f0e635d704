using Percurso.Cases.Domain;
using Percurso.Cases.Steps.Guidance;
using Percurso.Content.Contracts;
using Percurso.Files.Contracts;

namespace Percurso.Cases.Steps.Intake;

/// <summary>One item as its page shows it.</summary>
/// <param name="Example">A picture of how it should look.</param>
/// <param name="TakesFiles">Whether a file may still be sent to it.</param>
/// <param name="SheetAt">When the clinical sheet was filled on screen, for its item; null for all others.</param>
sealed record IntakeLine(IntakeItem Item, SlotView Slot, IReadOnlyList<FileView> Files, MediaEntry? Example, bool TakesFiles, DateTime? SheetAt)
{
    /// <summary>The newest first; what was taken out is not shown.</summary>
    public IEnumerable<FileView> Shown => Files.Where(file => file.IsHere).OrderByDescending(file => file.Number);

    /// <summary>What stands for the item, and what came last.</summary>
    public IEnumerable<FileView> InFront => Shown.Where(file => IsCurrent(file) || file == Shown.First());

    public IEnumerable<FileView> Behind => Shown.Except(InFront);

    /// <summary>Whether it stands for the item: each does where many may, else the newest that can be used.</summary>
    public bool IsCurrent(FileView file) => file.Counts && (Slot.TakesMany || file.Number == Files.Where(one => one.Counts).Max(one => one.Number));

    /// <summary>What nobody asks for any more and nobody sent is not worth a line.</summary>
    public bool IsWorthALine => !Slot.IsRetired || Item is not { Need: Need.Optional, State: ItemState.Missing } || Shown.Any();
}

/// <summary>The items of a case with what lies in them, in the company's order.</summary>
sealed class IntakeShelf(IntakeList list, ISlots slots, IFiles files, IMediaLibrary library)
{
    public async Task<IReadOnlyList<IntakeLine>> LinesAsync(Case one, CaseStep step, CancellationToken cancel)
    {
        var items = await list.ItemsAsync(one.Id, step.Key, cancel);
        var all = await files.OfAsync(CaseFiles.CasePurpose, one.Id, cancel);
        var sheet = await list.SheetAsync(one.Id, cancel);
        var lines = new List<IntakeLine>();
        foreach (var slot in await slots.AllAsync(cancel))
            if (items.Find(item => item.Slot == slot.Key) is { } item)
                lines.Add(new(
                    item, slot, [.. all.Where(file => file.Slot == slot.Key)], slot.Example is { } key ? await library.FindAsync(key, cancel) : null, IsOpen(one, step, item, slot),
                    slot.Key == ClinicalSheet.Slot ? sheet?.FilledAt : null));
        return [.. lines.Where(line => line.IsWorthALine)];
    }

    /// <summary>The slots to which something may be sent.</summary>
    public async Task<IReadOnlySet<string>> OpenSlotsAsync(Case one, CancellationToken cancel)
    {
        if (one.IntakeStep is not { } step || one.HasEnded) return new HashSet<string>();

        var items = await list.ItemsAsync(one.Id, step.Key, cancel);
        return (from slot in await slots.AllAsync(cancel) join item in items on slot.Key equals item.Slot where IsOpen(one, step, item, slot) select slot.Key).ToHashSet();
    }

    /// <summary>
    /// Once a step after this one is done, nothing that was planned with is replaced: what stands beside other files, what never came and what the
    /// company returned may still come.
    /// </summary>
    static bool IsOpen(Case one, CaseStep step, IntakeItem item, SlotView slot) =>
        !one.HasEnded && (!one.HasGoneOnAfter(step) || slot.TakesMany || item.State is not (ItemState.In or ItemState.Accepted));
}
