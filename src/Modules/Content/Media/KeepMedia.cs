using Microsoft.EntityFrameworkCore;

using Percurso.Content.Contracts;
using Percurso.Content.Data;
using Percurso.Kernel;
using Percurso.Kernel.Data;

namespace Percurso.Content.Media;

sealed class KeepMedia(ContentDb db, TakeMedia take) : IKeepMedia
{
    public async Task KeepAsync(BroughtMedia media, byte[] bytes, CancellationToken cancel)
    {
        if (await db.Media.AnyAsync(item => item.Key == media.Key, cancel)) throw new RuleBrokenException("Já há na biblioteca um arquivo com esta chave: {0}.", media.Key);

        using var together = Together.Begin();
        var item = await take.AddAsync(media.FileName, [CheckedFile.Of(media.FileName, bytes)], media.Folder, null, cancel, media.Key);
        item.Describe(media.Title, null, 50, 50);
        await db.SaveChangesAsync(cancel);
        together.Complete();
    }
}
