using System.Globalization;
using System.Text.Json;

using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Data;
using Percurso.Content.Contracts;
using Percurso.Kernel;
using Percurso.Kernel.Localization;

namespace Percurso.Cases.Steps.Guidance;

/// <summary>One sheet as a reader finds it.</summary>
/// <param name="ItemId">The Portuguese item: whose version counts, in whatever language it is read.</param>
/// <param name="Key">Of that item.</param>
/// <param name="Title">In the reader's language where there is one.</param>
/// <param name="Current">The version that counts.</param>
/// <param name="Shown">What the reader opens: the same, or its translation.</param>
sealed record GuidanceSheet(Guid ItemId, string Key, string Title, MediaEdition Current, MediaEdition Shown);

/// <summary>The sheets that a pathway's settings name by their keys in the media library, and who has read which version.</summary>
sealed class GuidanceShelf(CasesDb db, IMediaLibrary library, TimeProvider clock)
{
    sealed record Settings(IReadOnlyList<string>? Documents);

    /// <summary>The keys that a step's settings name, in their order.</summary>
    public static IReadOnlyList<string> DocumentsOf(JsonElement? settings) => settings?.Deserialize<Settings>(JsonSerializerOptions.Web)?.Documents ?? [];

    /// <summary>Under which the library has the sheet in this language: the Portuguese one under the key itself.</summary>
    public static string KeyIn(string key, CultureInfo culture) =>
        culture.Name == Translations.Cultures[0].Name ? key : $"{key}-{culture.TwoLetterISOLanguageName}";

    /// <summary>In the order of the settings; one that the library no longer has is left out.</summary>
    public async Task<IReadOnlyList<GuidanceSheet>> CurrentAsync(JsonElement settings, CancellationToken cancel)
    {
        var culture = CultureInfo.CurrentUICulture;
        var sheets = new List<GuidanceSheet>();
        foreach (var key in DocumentsOf(settings))
            if (await library.FindAsync(key, cancel) is { } item)
            {
                var translated = KeyIn(key, culture);
                var shown = translated == key ? item : await library.FindAsync(translated, cancel) ?? item;
                sheets.Add(new(item.Id, key, shown.Title, item.Current, shown.Current));
            }

        return sheets;
    }

    public async Task<bool> AreReadAsync(Guid dentist, IReadOnlyList<GuidanceSheet> sheets, CancellationToken cancel)
    {
        var read = await db.Set<SheetRead>().AsNoTracking().Where(one => one.DentistId == dentist).Select(one => new { one.ItemId, one.Edition }).ToListAsync(cancel);
        return sheets.All(sheet => read.Contains(new { sheet.ItemId, Edition = sheet.Current.Number }));
    }

    /// <summary>Which versions this reader has opened, with the time of the first.</summary>
    public async Task<ILookup<Guid, SheetOpened>> OpenedAsync(Guid account, CancellationToken cancel) =>
        (await db.Set<SheetOpened>().AsNoTracking().Where(one => one.AccountId == account).OrderBy(one => one.Edition).ToListAsync(cancel)).ToLookup(one => one.ItemId);

    /// <summary>Once: a second time, or two at once, change nothing.</summary>
    public Task NoteOpenedAsync(Guid account, GuidanceSheet sheet, CancellationToken cancel) => db.Database.ExecuteSqlAsync(
        $"""
        insert into cases.sheet_opened (account_id, item_id, edition, at)
        values ({account}, {sheet.ItemId}, {sheet.Current.Number}, {clock.GetUtcNow().UtcDateTime}) on conflict do nothing
        """, cancel);

    /// <param name="dentist">Who answers for the case.</param>
    /// <param name="by">Who confirms, the dentist or somebody who prepares for them.</param>
    /// <param name="sheets">As they are now.</param>
    /// <param name="seen">The versions on the page that was confirmed, <c>item:version</c>.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="RuleBrokenException">A sheet got a new version meanwhile.</exception>
    public async Task ConfirmAsync(Guid dentist, Guid by, IReadOnlyList<GuidanceSheet> sheets, IReadOnlyList<string> seen, CancellationToken cancel)
    {
        if (!sheets.All(sheet => seen.Contains(Mark(sheet))))
            throw new RuleBrokenException("Uma das folhas mudou enquanto você lia. Abra a versão nova e confirme de novo.");

        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var sheet in sheets)
            await db.Database.ExecuteSqlAsync(
                $"""
                insert into cases.sheet_read (dentist_id, item_id, edition, by, at)
                values ({dentist}, {sheet.ItemId}, {sheet.Current.Number}, {by}, {now}) on conflict do nothing
                """, cancel);
    }

    public static string Mark(GuidanceSheet sheet) => $"{sheet.ItemId}:{sheet.Current.Number}";
}
