using Microsoft.EntityFrameworkCore;

using Percurso.Content.Data;
using Percurso.Kernel;
using Percurso.Kernel.Data;

namespace Percurso.Content.Media;

/// <summary>Gives a folder another path, and with it all that lies in it.</summary>
sealed class MoveFolder(ContentDb db)
{
    /// <exception cref="RuleBrokenException">There is a folder of that path.</exception>
    public async Task RenameAsync(string from, string to, CancellationToken cancel)
    {
        if (from == to) return;
        if (await db.MediaFolders.AnyAsync(folder => folder.Path == to, cancel)) throw new RuleBrokenException("Já existe aqui uma pasta com este nome. Escolha outro.");

        await MoveAsync(from, to, cancel);
    }

    /// <summary>Moves what lies in it to the folder above.</summary>
    public Task DissolveAsync(string folder, string parent, CancellationToken cancel) => MoveAsync(folder, parent, cancel);

    /// <summary>Into a folder that is there already, the two become one.</summary>
    async Task MoveAsync(string from, string to, CancellationToken cancel)
    {
        using var together = Together.Begin();
        var beginning = from + "/";
        var below = await db.MediaFolders.Where(folder => folder.Path == from || folder.Path.StartsWith(beginning)).Select(folder => folder.Path).ToListAsync(cancel);
        foreach (var path in below)
        {
            var moved = (to + path[from.Length..]).TrimStart('/');
            await db.Database.ExecuteSqlAsync($"update content.media_item set folder = {moved}, version = version + 1 where folder = {path}", cancel);
            await db.Database.ExecuteSqlAsync($"delete from content.media_folder where path = {path}", cancel);
            if (moved.Length > 0) await db.Database.ExecuteSqlAsync($"insert into content.media_folder (path) values ({moved}) on conflict do nothing", cancel);
        }

        together.Complete();
    }
}
