using Microsoft.EntityFrameworkCore;

using Percurso.Files.Contracts;
using Percurso.Files.Data;

namespace Percurso.Files.Slots;

sealed class StoredSlots(FilesDb db) : ISlots
{
    public async Task<IReadOnlyList<SlotView>> AllAsync(CancellationToken cancel) => [.. (await ListAsync(cancel)).Select(slot => slot.AsView())];

    public async Task<IReadOnlyList<(SlotView Slot, Need Need)>> ForAsync(IReadOnlySet<string> tags, CancellationToken cancel) =>
        [.. (await ListAsync(cancel)).Select(slot => (slot, Need: slot.NeedOf(tags))).Where(one => one.Need is not null).Select(one => (one.slot.AsView(), one.Need!.Value))];

    Task<List<Slot>> ListAsync(CancellationToken cancel) => db.Slots.AsNoTracking().OrderBy(slot => slot.Position).ThenBy(slot => slot.Key).ToListAsync(cancel);
}
