using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Data;
using Percurso.Content.Contracts;
using Percurso.Kernel.Localization;

namespace Percurso.Cases.Steps.Guidance;

/// <summary>Tells whoever would delete a sheet from the library that cases hand it out.</summary>
sealed class UsedGuidance(CasesDb db, Words words) : IUseMedia
{
    public async Task<IReadOnlyList<MediaUse>> OfAsync(MediaEntry item, CancellationToken cancel)
    {
        var newest = (await db.Pathways.AsNoTracking().ToListAsync(cancel)).GroupBy(one => one.Key).Select(versions => versions.MaxBy(one => one.Number)!);
        return [.. newest.SelectMany(pathway => pathway.Steps)
            .Where(step => step.Kind == GuidanceKind.KindName && GuidanceShelf.DocumentsOf(step.Settings).Any(key => Translations.Cultures.Any(culture => GuidanceShelf.KeyIn(key, culture) == item.Key)))
            .Select(step => new MediaUse(words["Passo “{0}” dos casos", step.Title], null))];
    }
}
