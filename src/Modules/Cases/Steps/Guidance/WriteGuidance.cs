using System.Globalization;
using System.Text;
using System.Text.Json;

using Percurso.Content.Contracts;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Print;
using Percurso.Kernel.Recipes;
using Percurso.Kernel.Settings;

namespace Percurso.Cases.Steps.Guidance;

/// <summary>
/// <c>{ "name": "guidance", "version": "2026-11", "sheets": [ { "key", "title", "text": "guidance/{culture}/tomography.md" }, … ] }</c>: prints the
/// company's guidance sheets and puts them into the media library, in each language under a key of its own. Without a text it is the clinical
/// sheet. One that is there stays, whoever replaced it.
/// </summary>
sealed class WriteGuidance(IMediaLibrary library, IKeepMedia keep, RecipeBook book, ISettings settings, ClinicalSheetPaper paper) : IRecipeStep
{
    sealed record Step(string Name, string Version, string Drawings, IReadOnlyList<Entry> Sheets);

    sealed record Entry(string Key, LocalText Title, string? Text = null);

    public static string Name => "guidance";

    public async Task RunAsync(JsonElement step, CancellationToken cancel)
    {
        var asked = step.As<Step>();
        var company = await settings.FindAsync<Company>(cancel);
        foreach (var entry in asked.Sheets)
            foreach (var culture in Translations.Cultures)
            {
                var key = GuidanceShelf.KeyIn(entry.Key, culture);
                if (await library.FindAsync(key, cancel) is not null) continue;

                var title = entry.Title.In(culture);
                var head = new SheetHead(title, company?.SiteName ?? "", $"{title} · {asked.Version}", culture) { Path = (7, 1) };
                await keep.KeepAsync(new(key, title, $"{key}.pdf", "Orientações"), Print(entry, head, asked.Drawings, culture), cancel);
            }
    }

    byte[] Print(Entry entry, SheetHead head, string drawings, CultureInfo culture)
    {
        if (entry.Text is null) return paper.Blank(head);

        var sheet = new Sheet(head);
        try
        {
            new SheetText(name => LineDrawing.Parse(Read($"{drawings}/{name}.svg"))).Write(sheet, Read(entry.Text.Replace("{culture}", culture.Name, StringComparison.Ordinal)));
        }
        catch (FormatException broken)
        {
            throw new RecipeBrokenException($"{entry.Text}: {broken.Message}", broken);
        }

        return sheet.ToPdf();
    }

    string Read(string path) => Encoding.UTF8.GetString(book.ReadFile(path));
}
