using System.Text.Json;

using Microsoft.EntityFrameworkCore;

using Percurso.Content.Data;
using Percurso.Content.Media;
using Percurso.Kernel;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Recipes;

namespace Percurso.Content.Recipes;

/// <summary>
/// <c>{ "name": "media", "items": [ { "key": …, "files": [ "media/x.webp", … ], "title": …, "alt": …, "folder": …, "focal": [50, 40] } ] }</c>:
/// public pictures and documents out of files beside the recipe. A key that is in the library already stays as it is.
/// </summary>
sealed class FillMediaLibrary(ContentDb db, TakeMedia take, RecipeBook book) : IRecipeStep
{
    sealed record Step(string Name, IReadOnlyList<Entry> Items);

    sealed record Entry(string Key, IReadOnlyList<string> Files, string Title, LocalText? Alt = null, string Folder = "", IReadOnlyList<int>? Focal = null);

    public static string Name => "media";

    public async Task RunAsync(JsonElement step, CancellationToken cancel)
    {
        foreach (var entry in step.As<Step>().Items)
            if (!await db.Media.AnyAsync(item => item.Key == entry.Key, cancel))
                await TakeAsync(entry, cancel);
    }

    async Task TakeAsync(Entry entry, CancellationToken cancel)
    {
        try
        {
            var files = entry.Files.Select(file => CheckedFile.Of(Path.GetFileName(file), book.ReadFile(file))).ToList();
            var item = await take.AddAsync(Path.GetFileName(entry.Files[0]), files, entry.Folder, null, cancel, entry.Key);
            item.Describe(entry.Title, entry.Alt, entry.Focal?[0] ?? 50, entry.Focal?[1] ?? 50);
            await db.SaveChangesAsync(cancel);
        }
        catch (RuleBrokenException refused)
        {
            throw new RecipeBrokenException($"The item \"{entry.Key}\": {refused.Message}", refused);
        }
    }
}
