using Microsoft.EntityFrameworkCore;

using Percurso.Content.Contracts;
using Percurso.Files.Data;
using Percurso.Kernel.Localization;

namespace Percurso.Files.Slots;

/// <summary>Tells whoever would delete a picture from the library that a slot shows it as its example.</summary>
sealed class UsedExamples(FilesDb db, Words words) : IUseMedia
{
    public async Task<IReadOnlyList<MediaUse>> OfAsync(MediaEntry item, CancellationToken cancel) =>
        [.. (await db.Slots.AsNoTracking().Where(slot => slot.Example == item.Key).ToListAsync(cancel))
            .Select(slot => new MediaUse(words["Item de envio “{0}”", slot.Title], $"/admin/itens-de-envio/{slot.Key}"))];
}
