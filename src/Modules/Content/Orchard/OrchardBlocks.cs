using System.Text.Json;
using System.Text.Json.Nodes;

using Percurso.Content.Blocks.Kinds;
using Percurso.Content.Domain.Pages;

namespace Percurso.Content.Orchard;

/// <summary>Makes blocks of what an item of Orchard holds: its bodies, its own fields of text and pictures, its widgets.</summary>
sealed class OrchardBlocks(OrchardMedia media)
{
    /// <summary>Parts that say nothing a reader would see, or that are read elsewhere.</summary>
    static readonly HashSet<string> known =
    [
        "TitlePart", "AutoroutePart", "AliasPart", "LocalizationPart", "CommonPart", "FlowMetadata", "FlowPart", "BagPart", "HtmlBodyPart", "MarkdownBodyPart",
        "PublishLaterPart", "SeoMetaPart", "SitemapPart", "@WeldedPartSettings",
    ];

    public async Task<IReadOnlyList<Block>> OfAsync(JsonObject item, OrchardReport report, CancellationToken cancel)
    {
        var made = new Made();
        await ItemAsync(item, made, report, isWidget: false, cancel);
        return made.Close();
    }

    async Task ItemAsync(JsonObject item, Made made, OrchardReport report, bool isWidget, CancellationToken cancel)
    {
        if (isWidget && item.Part("TitlePart").Words("Title") is { } title) made.Text($"# {Escaped(title)}");
        await BodyAsync(item, item.Part("HtmlBodyPart").Words("Html"), made, report, cancel);
        Markdown(item, item.Part("MarkdownBodyPart").Words("Markdown"), made, report);
        foreach (var (name, part) in item.Select(pair => (pair.Key, pair.Value as JsonObject)).Where(pair => pair.Item2 is not null && !known.Contains(pair.Key)))
            if (!await FieldsAsync(item, part!, made, report, cancel) && part!.Count > 0) report.Left($"{item.Named()}: {name}", "Esta parte não tem correspondente aqui.");
        foreach (var widget in item.Part("FlowPart").List("Widgets").Concat(item.Part("BagPart").List("ContentItems"))) await ItemAsync(widget, made, report, isWidget: true, cancel);
    }

    /// <summary>Fields of a content type's own part: text, HTML, Markdown, pictures.</summary>
    /// <returns>Whether any of them was understood.</returns>
    async Task<bool> FieldsAsync(JsonObject item, JsonObject part, Made made, OrchardReport report, CancellationToken cancel)
    {
        var any = false;
        foreach (var (name, field) in part.Select(pair => (pair.Key, pair.Value as JsonObject)).Where(pair => pair.Item2 is not null))
        {
            var paths = (field!["Paths"] as JsonArray ?? []).OfType<JsonValue>().Select(path => path.ToString()).ToList();
            var alts = (field["MediaTexts"] as JsonArray ?? []).OfType<JsonValue>().Select(alt => alt.ToString()).ToList();
            foreach (var (number, path) in paths.Index()) await PictureAsync(item, path, alts.ElementAtOrDefault(number), made, report, cancel);
            await BodyAsync(item, field.Words("Html"), made, report, cancel);
            Markdown(item, field.Words("Markdown"), made, report);
            if (field.Words("Text") is { } text && field["Url"] is null)
            {
                if (OrchardJson.IsTemplate(text)) report.Left($"{item.Named()}: {name}", "O texto traz um modelo Liquid, que aqui não é executado.");
                else made.Text($"**{Escaped(name)}:** {Escaped(text)}");
            }
            else if (field.Words("Url") is { } url && Texts.SafeLink.IsAllowed(url)) made.Text($"[{Escaped(field.Words("Text") ?? url)}]({url})");

            any |= paths.Count > 0 || field.Words("Html") is not null || field.Words("Markdown") is not null || field.Words("Text") is not null || field.Words("Url") is not null;
        }

        return any;
    }

    async Task BodyAsync(JsonObject item, string? html, Made made, OrchardReport report, CancellationToken cancel)
    {
        if (html is null) return;
        if (OrchardJson.IsTemplate(html))
        {
            report.Left(item.Named(), "O texto traz um modelo Liquid, que aqui não é executado.");
            return;
        }

        foreach (var piece in HtmlToMarkdown.Of(html))
            if (piece.Markdown is { } markdown) made.Text(markdown);
            else await PictureAsync(item, piece.Picture!, piece.Alt, made, report, cancel);
    }

    static void Markdown(JsonObject item, string? markdown, Made made, OrchardReport report)
    {
        if (markdown is null) return;
        if (OrchardJson.IsTemplate(markdown)) report.Left(item.Named(), "O texto traz um modelo Liquid, que aqui não é executado.");
        else if (Texts.MarkdownText.CanRead(markdown)) made.Text(markdown);
    }

    async Task PictureAsync(JsonObject item, string path, string? alt, Made made, OrchardReport report, CancellationToken cancel)
    {
        if (await media.FindAsync(path, alt, cancel) is { } found) made.Picture(found.Key);
        else report.Left($"{item.Named()}: {path}", "A imagem não está na biblioteca; a página ficou sem ela.");
    }

    static string Escaped(string words) => words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal)
        .Replace("[", "\\[", StringComparison.Ordinal).Replace("<", "\\<", StringComparison.Ordinal).ReplaceLineEndings(" ");

    /// <summary>Blocks in the making: texts that follow each other are one.</summary>
    sealed class Made
    {
        readonly List<Block> blocks = [];
        readonly List<string> texts = [];

        public void Text(string markdown) => texts.Add(markdown);

        public void Picture(string key)
        {
            Flush();
            Add("picture", new Picture { Image = key });
        }

        public IReadOnlyList<Block> Close()
        {
            Flush();
            return blocks;
        }

        void Flush()
        {
            if (texts.Count > 0) Add("text", new RichText { Text = string.Join("\n\n", texts) });
            texts.Clear();
        }

        void Add<T>(string kind, T settings) => blocks.Add(new(Block.NewId(), kind, false, (JsonObject)JsonSerializer.SerializeToNode(settings, PageContent.Json)!));
    }
}
