using System.Text.Json;
using System.Text.Json.Nodes;

using Microsoft.EntityFrameworkCore;

using Percurso.Content.Blocks;
using Percurso.Content.Data;
using Percurso.Content.Domain.Pages;
using Percurso.Kernel;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Recipes;

namespace Percurso.Content.Recipes;

/// <summary>
/// <c>{ "name": "pages", "pages": [ { "pt-BR": { "address": "", "title": …, "description": …, "blocks": [ { "kind": "hero", … } ] }, "en": … } ] }</c>:
/// pages, on the air, each in one or more languages. A page whose address there is already stays as it is.
/// </summary>
sealed class WritePages(ContentDb db, BlockKinds kinds, TimeProvider clock) : IRecipeStep
{
    sealed record Step(string Name, IReadOnlyList<IReadOnlyDictionary<string, RecipePage>> Pages);

    sealed record RecipePage(string Address, string Title, string Description, IReadOnlyList<JsonObject> Blocks, AgreementPage Agreement = AgreementPage.None, bool Draft = false);

    public static string Name => "pages";

    public async Task RunAsync(JsonElement step, CancellationToken cancel)
    {
        foreach (var translations in step.As<Step>().Pages) await WriteAsync(translations, cancel);
        await db.SaveChangesAsync(cancel);
    }

    async Task WriteAsync(IReadOnlyDictionary<string, RecipePage> translations, CancellationToken cancel)
    {
        var there = new Dictionary<string, Guid>();
        foreach (var (culture, recipe) in translations)
        {
            if (Translations.Cultures.All(known => known.Name != culture)) throw new RecipeBrokenException($"The site has no language {culture}.");
            if (await GroupAtAsync(culture, AddressOf(recipe), cancel) is { } found) there.Add(culture, found);
        }

        var group = there.Count > 0 ? there.Values.First() : Guid.CreateVersion7();
        foreach (var (culture, recipe) in translations.Where(one => !there.ContainsKey(one.Key))) db.Add(Made(group, culture, AddressOf(recipe), recipe));
    }

    Task<Guid?> GroupAtAsync(string culture, string address, CancellationToken cancel) =>
        db.Pages.Where(page => page.Culture == culture && page.Address == address).Select(page => (Guid?)page.GroupId).SingleOrDefaultAsync(cancel);

    SitePage Made(Guid group, string culture, string address, RecipePage recipe)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var content = new PageContent(recipe.Title, recipe.Description, [.. recipe.Blocks.Select(block => BlockOf(block, recipe))]);
        var page = new SitePage(group, culture, address, content, null, now);
        if (recipe.Agreement != AgreementPage.None) page.Hold(recipe.Agreement);
        if (!recipe.Draft) page.Publish(kinds.WordsOf(content), null, now);
        return page;
    }

    Block BlockOf(JsonObject block, RecipePage page)
    {
        var settings = (JsonObject)block.DeepClone();
        var kind = settings["kind"]?.GetValue<string>() ?? throw new RecipeBrokenException($"A block of \"{page.Title}\" has no kind.");
        var hidden = settings["hidden"]?.GetValue<bool>() ?? false;
        settings.Remove("kind");
        settings.Remove("hidden");
        if (kinds.Find(kind) is not { } type) throw new RecipeBrokenException($"\"{page.Title}\" has a block of kind \"{kind}\", which no module knows.");

        try
        {
            return new(Block.NewId(), kind, hidden, (JsonObject)JsonSerializer.SerializeToNode(settings.Deserialize(type.Settings, Strict), type.Settings, PageContent.Json)!);
        }
        catch (JsonException wrong)
        {
            throw new RecipeBrokenException($"A block of kind \"{kind}\" on \"{page.Title}\" has another form: {wrong.Message}", wrong);
        }
    }

    static string AddressOf(RecipePage page)
    {
        try
        {
            return page.Address.Length == 0 ? "" : PageAddress.Parse(page.Address);
        }
        catch (RuleBrokenException refused)
        {
            throw new RecipeBrokenException($"\"{page.Title}\": {refused.Message}", refused);
        }
    }

    static readonly JsonSerializerOptions Strict = new(PageContent.Json) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };
}
