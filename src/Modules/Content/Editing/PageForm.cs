using Microsoft.AspNetCore.Http;

using Percurso.Content.Blocks;
using Percurso.Content.Contracts;
using Percurso.Content.Domain.Pages;
using Percurso.Kernel.Localization;

namespace Percurso.Content.Editing;

/// <summary>
/// The editor's form: the page's own fields, and its blocks in the order in which they stand. Each block sends a field <c>block</c> with its
/// id, and its settings under <c>b.id.…</c>; one whose place was lost on the way comes last.
/// </summary>
sealed class PageForm
{
    public static readonly FieldAttribute TitleField = new("Título da página") { Max = PageContent.TitleLength };
    public static readonly FieldAttribute DescriptionField = new("Descrição") { As = FieldShape.Lines, Max = PageContent.DescriptionLength };

    PageForm(PageContent content, int from, IReadOnlyDictionary<string, string> errors) => (Content, From, Errors) = (content, from, errors);

    public PageContent Content { get; private set; }

    /// <summary>The draft it began with.</summary>
    public int From { get; set; }

    /// <summary>Sentences by the names of fields.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; }

    public static PageForm Of(SitePage page) => new(page.Draft, page.DraftNumber, new Dictionary<string, string>());

    /// <param name="form">What was sent.</param>
    /// <param name="before">The draft as it is: what the form cannot show (a block of a module that is off) is taken from here.</param>
    /// <param name="kinds">The kinds of blocks.</param>
    /// <param name="words">For the sentences.</param>
    public static PageForm Read(IFormCollection form, PageContent before, BlockKinds kinds, Words words)
    {
        var reader = new BlockReader(form, words);
        var title = reader.Text("title", TitleField);
        var description = reader.Text("description", DescriptionField);
        var blocks = form["block"].OfType<string>().Concat(form.Keys.Where(key => key.StartsWith("b.", StringComparison.Ordinal) && key.EndsWith(".kind", StringComparison.Ordinal)).Select(key => key[2..^5]))
            .Where(id => id.Length is > 0 and < 40).Distinct().Take(Block.Most)
            .Select(id => Read(id, form, reader, before, kinds)).OfType<Block>().ToList();
        return new(new(title, description, blocks), int.TryParse(form["from"], out var from) ? from : -1, reader.Errors);
    }

    static Block? Read(string id, IFormCollection form, BlockReader reader, PageContent before, BlockKinds kinds)
    {
        if (kinds.Find(form[$"b.{id}.kind"].ToString()) is not { } type) return before.Blocks.FirstOrDefault(block => block.Id == id);

        return new(id, type.Kind.Key, form[$"b.{id}.hidden"] == "true", reader.Read($"b.{id}", type.Settings));
    }

    /// <summary>What a button of the form does to the blocks: <c>up:id</c>, <c>down:id</c>, <c>copy:id</c>, <c>hide:id</c>, <c>delete:id</c>, <c>add:kind</c>, <c>item:b.id.list</c>.</summary>
    /// <returns>The block to look at afterwards.</returns>
    public string? Act(string act, BlockKinds kinds)
    {
        var (verb, what) = act.Split(':', 2) is [var first, var rest] ? (first, rest) : (act, "");
        var blocks = Content.Blocks.ToList();
        var at = blocks.FindIndex(block => block.Id == what);
        var shown = verb switch
        {
            "add" when kinds.Find(what) is { } type && blocks.Count < Block.Most => Put(blocks, blocks.Count, new(Block.NewId(), type.Kind.Key, false, [])),
            "copy" when at >= 0 && blocks.Count < Block.Most => Put(blocks, at + 1, blocks[at] with { Id = Block.NewId() }),
            "hide" when at >= 0 => (blocks[at] = blocks[at] with { Hidden = !blocks[at].Hidden }).Id,
            "up" when at > 0 => Move(blocks, at, at - 1),
            "down" when at >= 0 && at < blocks.Count - 1 => Move(blocks, at, at + 1),
            "delete" when at >= 0 => Take(blocks, at),
            "item" => Item(blocks, what, kinds),
            _ => null,
        };
        Content = Content with { Blocks = blocks };
        return shown;
    }

    static string Put(List<Block> blocks, int at, Block block)
    {
        blocks.Insert(at, block);
        return block.Id;
    }

    static string Move(List<Block> blocks, int from, int to)
    {
        (blocks[from], blocks[to]) = (blocks[to], blocks[from]);
        return blocks[to].Id;
    }

    static string? Take(List<Block> blocks, int at)
    {
        blocks.RemoveAt(at);
        return blocks.Count == 0 ? null : blocks[Math.Min(at, blocks.Count - 1)].Id;
    }

    /// <summary>One more in a list of a block: <c>b.id.list</c>.</summary>
    static string? Item(List<Block> blocks, string path, BlockKinds kinds)
    {
        if (path.Split('.') is not ["b", var id, var list] || blocks.FindIndex(block => block.Id == id) is not (>= 0 and var at)) return null;
        if (kinds.Find(blocks[at].Kind) is not { } type || !BlockField.Of(type.Settings).Any(field => field.Name == list && field.Item is not null)) return null;

        var settings = (System.Text.Json.Nodes.JsonObject)blocks[at].Settings.DeepClone();
        if (settings[list] is not System.Text.Json.Nodes.JsonArray items) settings[list] = items = [];
        items.Add(new System.Text.Json.Nodes.JsonObject());
        blocks[at] = blocks[at] with { Settings = settings };
        return id;
    }
}
