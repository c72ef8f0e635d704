using System.Text.Json;

using Microsoft.EntityFrameworkCore;

using Percurso.Files.Checks;
using Percurso.Files.Data;
using Percurso.Files.Slots;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Recipes;

namespace Percurso.Files.Recipes;

/// <summary>
/// <c>{ "name": "slots", "slots": [ { "key", "title", "why", "takes": ["Tomography"], "requiredFor": ["*"] }, … ] }</c>: what the company needs, in its
/// order; <c>"jaw": "Upper"</c> where that mesh of a scanner's ZIP goes. A slot that is there stays as the administration left it.
/// </summary>
sealed class WriteSlots(FilesDb db) : IRecipeStep
{
    sealed record Step(string Name, IReadOnlyList<Entry> Slots);

    sealed record Entry(
        string Key, LocalText Title, LocalText Why, IReadOnlyList<string> Takes, string? Example = null, bool TakesMany = false, bool TakesPhysical = false, Jaw Jaw = Jaw.Unsaid,
        IReadOnlyList<string>? RequiredFor = null, IReadOnlyList<string>? OptionalFor = null);

    public static string Name => "slots";

    public async Task RunAsync(JsonElement step, CancellationToken cancel)
    {
        var known = await db.Slots.Select(slot => slot.Key).ToListAsync(cancel);
        foreach (var (position, entry) in step.As<Step>().Slots.Index().Where(one => !known.Contains(one.Item.Key)))
        {
            var slot = new Slot(entry.Key);
            slot.Describe(new(
                entry.Title, entry.Why, entry.Example, entry.Takes, entry.TakesMany, entry.TakesPhysical, entry.Jaw, entry.RequiredFor ?? [], entry.OptionalFor ?? []));
            slot.Place((position + 1) * 10);
            db.Add(slot);
        }

        await db.SaveChangesAsync(cancel);
    }
}
