using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

using Percurso.Kernel.Print;

namespace Percurso.Cases.Steps.Guidance;

/// <summary>
/// Sets a guidance text on paper. Of Markdown it knows headings of two levels, paragraphs, lists, check lists, tables, quotations (set
/// as notes), bold, and drawings by name; the first paragraph after the title is the lead.
/// </summary>
sealed class SheetText(Func<string, LineDrawing> drawing)
{
    static readonly MarkdownPipeline Known = new MarkdownPipelineBuilder().UsePipeTables().UseTaskLists().DisableHtml().Build();

    /// <exception cref="FormatException">The text holds something that cannot be set.</exception>
    public void Write(Sheet sheet, string markdown)
    {
        var isLead = true;
        foreach (var block in Markdown.Parse(markdown, Known))
        {
            switch (block)
            {
                case HeadingBlock { Level: 1 } title: sheet.Heading(Words(title.Inline)); break;
                case HeadingBlock section: sheet.Section(Words(section.Inline)); break;
                case ParagraphBlock paragraph when Pictures(paragraph) is { Count: > 0 } pictures: sheet.Drawings(pictures); break;
                case ParagraphBlock paragraph when isLead:
                    sheet.Lead(Words(paragraph.Inline));
                    isLead = false;
                    break;
                case ParagraphBlock paragraph: sheet.Paragraph(Words(paragraph.Inline)); break;
                case ListBlock list: WriteList(sheet, list); break;
                case QuoteBlock note: sheet.Note(string.Join('\n', note.OfType<ParagraphBlock>().Select(paragraph => Words(paragraph.Inline)))); break;
                case Table table: sheet.Table([.. table.OfType<TableRow>().Select(Cells)]); break;
                case var other: throw new FormatException($"A sheet cannot hold {other.GetType().Name}.");
            }
        }
    }

    static void WriteList(Sheet sheet, ListBlock list)
    {
        foreach (var (number, item) in list.OfType<ListItemBlock>().Index())
        {
            var paragraph = item.OfType<ParagraphBlock>().First();
            var words = Words(paragraph.Inline);
            if (paragraph.Inline!.FirstChild is TaskList box) sheet.Check(words, box.Checked);
            else sheet.Item(words, list.IsOrdered ? $"{number + 1}." : null);
        }
    }

    static IReadOnlyList<string> Cells(TableRow row) =>
        [.. row.OfType<TableCell>().Select(cell => string.Join('\n', cell.OfType<ParagraphBlock>().Select(paragraph => Words(paragraph.Inline))))];

    List<(LineDrawing, string)> Pictures(ParagraphBlock paragraph) =>
        [.. paragraph.Inline!.OfType<LinkInline>().Where(link => link.IsImage).Select(link => (drawing(link.Url!), Words(link)))];

    static string Words(ContainerInline? inlines) => string.Concat(inlines!.Select(inline => inline switch
    {
        LiteralInline text => text.Content.ToString(),
        EmphasisInline { DelimiterCount: 2 } strong => $"**{Words(strong)}**",
        LineBreakInline => " ",
        TaskList => "",
        _ => throw new FormatException($"A sheet's sentence cannot hold {inline.GetType().Name}."),
    })).Trim();
}
