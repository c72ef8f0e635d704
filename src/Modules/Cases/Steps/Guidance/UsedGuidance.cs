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
            .Where(step => step.Kind == GuidanceKind.KindName && step.Settings?.GetRawText() is { } settings
                && (settings.Contains($"\"{item.Key}\"", StringComparison.Ordinal) || item.Key.EndsWith("-en", StringComparison.Ordinal) && settings.Contains($"\"{item.Key[..^3]}\"", StringComparison.Ordinal)))
            .Select(step => new MediaUse(words["Passo “{0}” dos casos", step.Title], null))];
    }
}
