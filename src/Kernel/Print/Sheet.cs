using System.Globalization;

using Percurso.Kernel.Print.Pdf;

namespace Percurso.Kernel.Print;

/// <summary>What every page of a sheet bears.</summary>
/// <param name="Title">The document's, in its metadata and the reader's window.</param>
/// <param name="Company">At the head of the first page.</param>
/// <param name="Foot">At the foot of each page, before its number: version, case number.</param>
/// <param name="Culture">The language it is read aloud in.</param>
public sealed record SheetHead(string Title, string Company, string Foot, CultureInfo Culture)
{
    /// <summary>Of how many stations the path at its head is, and which is this sheet's, from 1; none draws no path.</summary>
    public (int Of, int Here)? Path { get; init; }
}

/// <summary>
/// A document of A4 pages that people print, written from top to bottom: each call adds to its end, pages come by themselves.
/// It is tagged, so that it can be read aloud; <c>**bold**</c> in any text is bold.
/// </summary>
public sealed class Sheet
{
    const double Left = 48, Right = 547, Top = 42, Bottom = 786, Width = Right - Left;

    readonly PdfDocument document;
    readonly SheetHead head;
    PdfCanvas page;
    double y = Top;

    public Sheet(SheetHead head)
    {
        this.head = head;
        document = new(head.Title, head.Company, head.Culture.Name);
        page = document.AddPage();
        DrawHead();
    }

    /// <summary>The one great heading.</summary>
    public Sheet Heading(string text) => Text(text, PrintType.Heading, "H1", after: 6);

    public Sheet Lead(string text) => Text(text, PrintType.Lead, "P", after: 12);

    public Sheet Section(string text)
    {
        y += 8;
        Fit(70);
        return Text(text, PrintType.Section, "H2", after: 4);
    }

    public Sheet Paragraph(string text) => Text(text, PrintType.Body, "P", after: 7);

    /// <param name="text">The item.</param>
    /// <param name="mark">A number with its point; null for a dot.</param>
    public Sheet Item(string text, string? mark = null)
    {
        var lines = WrappedText.Of(text, PrintType.Body, Width - 16);
        Fit(lines.Height);
        using (page.Element("P"))
        {
            if (mark is null) page.Circle(Left + 4, y + 7, 2, PrintColours.Path, null);
            else page.Text(Left, y + PrintType.Body.Size, mark + " ", "semibold", PrintType.Body.Size, PrintColours.Path);
            lines.Draw(page, Left + 16, y);
        }

        return Down(lines.Height + 3);
    }

    /// <summary>A box to tick by hand, or ticked.</summary>
    public Sheet Check(string text, bool isTicked = false)
    {
        var lines = WrappedText.Of(text, PrintType.Body, Width - 20);
        Fit(lines.Height);
        using (page.Element("P"))
        {
            page.Box(Left, y + 1.5, 10, 10, 2, null, PrintColours.Path, 1.1);
            if (isTicked) page.Shape(new PdfShape().Move(Left + 2.5, y + 6.5).Line(Left + 4.5, y + 9).Line(Left + 8, y + 4), null, PrintColours.Path, 1.4);
            lines.Draw(page, Left + 20, y);
        }

        return Down(lines.Height + 4);
    }

    /// <summary>A warning, or what must not be missed.</summary>
    public Sheet Note(string text)
    {
        var lines = WrappedText.Of(text, PrintType.Body, Width - 28);
        Fit(lines.Height + 18);
        using (page.Element("P"))
        {
            page.Box(Left, y, Width, lines.Height + 16, 6, PrintColours.PathSoft, null);
            page.Line(Left + 5, y + 8, Left + 5, y + lines.Height + 8, PrintColours.Accent, 2.4);
            lines.Draw(page, Left + 16, y + 8);
        }

        return Down(lines.Height + 25);
    }

    /// <summary>Rows of cells, the first its heads; the columns take the room their words need.</summary>
    public Sheet Table(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        Down(4);
        var widths = PrintType.Small.Columns(rows, Width);
        foreach (var (number, row) in rows.Index()) Row(row, widths, isHead: number == 0);
        return Down(9);
    }

    /// <summary>Drawings side by side, each with what it shows beneath.</summary>
    public Sheet Drawings(IReadOnlyList<(LineDrawing Drawing, string Caption)> all)
    {
        foreach (var row in all.Chunk(4)) Row(row);
        return this;
    }

    /// <summary>What is known, beside its name; or lines to write it on.</summary>
    /// <param name="label">Its name.</param>
    /// <param name="value">Null leaves room for a pen.</param>
    /// <param name="lines">How many lines of room.</param>
    public Sheet Field(string label, string? value, int lines = 1)
    {
        const double column = 146, line = 19;
        var name = WrappedText.Of(label, PrintType.Small, column - 16);
        var said = string.IsNullOrWhiteSpace(value) ? null : WrappedText.Of(value, PrintType.Body, Width - column);
        var height = Math.Max(name.Height, said?.Height ?? lines * line);
        Fit(height + 4);
        using (page.Element("P"))
        {
            name.Draw(page, Left, y + 3);
            said?.Draw(page, Left + column, y + 1);
        }

        if (said is null)
            using (page.Decoration())
                for (var number = 1; number <= lines; number++) page.Line(Left + column, y + number * line, Right, y + number * line, PrintColours.Line, 0.8);

        return Down(height + 5);
    }

    /// <summary>The finished document; call it once, and nothing afterwards.</summary>
    public byte[] ToPdf()
    {
        foreach (var (index, one) in document.Pages.Index()) DrawFoot(one, $"{index + 1} / {document.Pages.Count}");
        return document.ToBytes();
    }

    Sheet Text(string text, PrintType type, string element, double after)
    {
        var lines = WrappedText.Of(text, type, Width);
        Fit(lines.Height);
        using (page.Element(element)) lines.Draw(page, Left, y);
        return Down(lines.Height + after);
    }

    void Row(IReadOnlyList<string> row, double[] widths, bool isHead)
    {
        var cells = row.Select((cell, column) => WrappedText.Of(isHead ? $"**{cell}**" : cell, PrintType.Small, widths[column] - 10)).ToList();
        var height = cells.Max(cell => cell.Height) + 8;
        Fit(isHead ? height + 30 : height);
        using (page.Element("P"))
        {
            if (isHead) page.Box(Left, y, Width, height, 4, PrintColours.PathSoft, null);
            else page.Line(Left, y + height, Right, y + height, PrintColours.Line, 0.6);
            var x = Left;
            foreach (var (column, cell) in cells.Index())
            {
                cell.Draw(page, x + 5, y + 4);
                x += widths[column];
            }
        }

        Down(height);
    }

    void Row((LineDrawing Drawing, string Caption)[] row)
    {
        const double gap = 12;
        var width = Math.Min(150, (Width - (row.Length - 1) * gap) / row.Length);
        var (height, captions) = (width * 0.75, row.Select(one => WrappedText.Of(one.Caption, PrintType.Small, width)).ToList());
        var below = captions.Max(caption => caption.Height);
        Fit(height + 4 + below);
        var x = Left;
        foreach (var (number, (drawing, _)) in row.Index())
        {
            using (page.Decoration()) drawing.Draw(page, x, y, width, height);
            using (page.Element("P")) captions[number].Draw(page, x, y + height + 4);
            x += width + gap;
        }

        Down(height + below + 13);
    }

    Sheet Down(double height)
    {
        y += height;
        return this;
    }

    void Fit(double height)
    {
        if (y + height <= Bottom) return;

        page = document.AddPage();
        y = Top;
    }

    void DrawHead()
    {
        using (page.Decoration())
        {
            page.Text(Left, y + 9, head.Company, "semibold", 10, PrintColours.Path);
            if (head.Path is var (of, here)) DrawPath(of, here);
        }

        Down(32);
    }

    /// <summary>The line with its stations; this sheet's is filled.</summary>
    void DrawPath(int of, int here)
    {
        const double step = 20;
        var (x, line) = (Right - 5 - (of - 1) * step, y + 6);
        page.Line(x, line, Right - 5, line, PrintColours.Path, 1.6);
        for (var station = 1; station <= of; station++, x += step)
            page.Circle(x, line, station == here ? 5 : 3.5, station == here ? PrintColours.Path : PrintColours.Paper, PrintColours.Path, 1.6);
    }

    void DrawFoot(PdfCanvas one, string number)
    {
        using (one.Decoration())
        {
            one.Line(Left, 797, Right, 797, PrintColours.Line, 0.6);
            one.Text(Left, 812, head.Foot, "regular", 8.8, PrintColours.Muted);
            one.Text(Right - PrintType.Small.WidthOf(number), 812, number, "regular", 8.8, PrintColours.Muted);
        }
    }
}
