using Microsoft.EntityFrameworkCore;

using Percurso.Files.Data;
using Percurso.Kernel;
using Percurso.Kernel.Audit;
using Percurso.Kernel.Data;

namespace Percurso.Files.Slots;

/// <summary>Changes the company's list; each change is in the audit log.</summary>
sealed class EditSlots(FilesDb db, IAudit audit)
{
    /// <summary>In the company's order; to be changed.</summary>
    public Task<List<Slot>> AllAsync(CancellationToken cancel) => db.Slots.OrderBy(slot => slot.IsRetired).ThenBy(slot => slot.Position).ThenBy(slot => slot.Key).ToListAsync(cancel);

    public Task<Slot?> FindAsync(string key, CancellationToken cancel) => db.Slots.SingleOrDefaultAsync(slot => slot.Key == key, cancel);

    /// <summary>At the end of the list.</summary>
    /// <exception cref="RuleBrokenException">There is one of this key.</exception>
    public async Task AddAsync(string key, SlotWords words, CancellationToken cancel)
    {
        if (await db.Slots.AnyAsync(slot => slot.Key == key, cancel)) throw new RuleBrokenException("Já há um item com esta chave. Escolha outra.") { Field = "Input.Key" };

        var slot = new Slot(key);
        slot.Describe(words);
        slot.Place(10 + (await db.Slots.MaxAsync(one => (int?)one.Position, cancel) ?? 0));
        db.Add(slot);
        await SaveAsync(slot, "added", cancel);
    }

    /// <summary>Before the one that stands before it.</summary>
    /// <returns>False where there is none.</returns>
    public async Task<bool> MoveEarlierAsync(string key, CancellationToken cancel)
    {
        var slots = (await AllAsync(cancel)).Where(slot => !slot.IsRetired).ToList();
        var place = slots.FindIndex(slot => slot.Key == key);
        if (place < 1) return false;

        (slots[place - 1], slots[place]) = (slots[place], slots[place - 1]);
        foreach (var (index, slot) in slots.Index().Where(one => one.Item.Position != 10 * (one.Index + 1))) slot.Place(10 * (index + 1));
        await SaveAsync(slots[place - 1], "moved", cancel);
        return true;
    }

    /// <param name="slot">Already changed.</param>
    /// <param name="what">For the log: what of it.</param>
    /// <param name="cancel">Gives up; nothing is saved.</param>
    public async Task SaveAsync(Slot slot, string what, CancellationToken cancel)
    {
        using var together = Together.Begin();
        await db.SaveChangesAsync(cancel);
        await audit.RecordAsync(FilesActs.SlotChanged, slot.Key, new Dictionary<string, string> { ["what"] = what }, cancel);
        together.Complete();
    }
}
