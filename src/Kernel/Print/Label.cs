using System.Collections;
using System.Globalization;

using Percurso.Kernel.Print.Pdf;

namespace Percurso.Kernel.Print;

/// <summary>What stands on a label. Nothing of health, and initials rather than a name: labels are seen by whoever handles the box.</summary>
/// <param name="Title">What people call the thing by, large.</param>
/// <param name="Under">Beneath it.</param>
/// <param name="Lines">The rest, a line each.</param>
/// <param name="Warning">What must not be missed, in a frame at the foot.</param>
public sealed record LabelText(string Company, string Title, string Under, IReadOnlyList<string> Lines, string Warning, CultureInfo Culture)
{
    /// <summary>Of how many stations the path at its head is, and which is this one's, from 1; none draws no path.</summary>
    public (int Of, int Here)? Path { get; init; }
}

/// <summary>A label of 100 × 50 mm, as label printers take it: a square code at the left, words beside it. Black alone, for thermal paper.</summary>
public static class Label
{
    const double Millimetre = 72 / 25.4, Width = 100 * Millimetre, Height = 50 * Millimetre;
    const double Margin = 3 * Millimetre, Code = Height - 2 * Margin, Left = Margin + Code + 2.5 * Millimetre, Room = Width - Left - Margin;

    static readonly PdfColour black = new(0, 0, 0);
    static readonly PrintType title = new(19, 21, black, "bold", "bold"), under = new(11.5, 14, black, "semibold", "bold"), small = new(7.6, 9.4, black, "regular", "semibold");

    /// <param name="text">What it says.</param>
    /// <param name="code">The dark modules of a square code, row by row, with the quiet zone around.</param>
    public static byte[] Write(LabelText text, IReadOnlyList<BitArray> code)
    {
        var document = new PdfDocument(text.Title, text.Company, text.Culture.Name);
        var page = document.AddPage(Width, Height);
        using (page.Decoration())
        {
            DrawCode(page, code);
            if (text.Path is var (of, here)) DrawPath(page, of, here);
        }

        var y = Margin;
        y = Draw(page, "P", text.Company, small, y) + 3;
        y = Draw(page, "H1", text.Title, title, y);
        y = Draw(page, "P", text.Under, under, y) + 3;
        var foot = WrappedText.Of(text.Warning, small with { Face = "bold" }, Room - 8);
        var bottom = Height - Margin - foot.Height - 5;
        foreach (var line in text.Lines)
        {
            var wrapped = WrappedText.Of(line, small, Room);
            if (y + wrapped.Height > bottom - 2) break;

            using (page.Element("P")) wrapped.Draw(page, Left, y);
            y += wrapped.Height;
        }

        using (page.Element("P"))
        {
            page.Box(Left, bottom, Room, foot.Height + 5, 2, null, black, 1);
            foot.Draw(page, Left + 4, bottom + 2);
        }

        return document.ToBytes();
    }

    static double Draw(PdfCanvas page, string element, string text, PrintType type, double y)
    {
        var wrapped = WrappedText.Of(text, type, Room);
        using (page.Element(element)) wrapped.Draw(page, Left, y);
        return y + wrapped.Height;
    }

    /// <summary>Dark modules that stand side by side are one box, without a seam for the printer to show.</summary>
    static void DrawCode(PdfCanvas page, IReadOnlyList<BitArray> code)
    {
        var module = Code / code.Count;
        for (var row = 0; row < code.Count; row++)
            for (var from = 0; from < code[row].Count; from++)
            {
                if (!code[row][from]) continue;

                var to = from;
                while (to + 1 < code[row].Count && code[row][to + 1]) to++;
                page.Box(Margin + from * module, Margin + row * module, (to - from + 1) * module, module, 0, black, null);
                from = to;
            }
    }

    static void DrawPath(PdfCanvas page, int of, int here)
    {
        const double step = 8;
        var (x, line) = (Width - Margin - 3 - (of - 1) * step, Margin + 5);
        page.Line(x, line, Width - Margin - 3, line, black, 0.8);
        for (var station = 1; station <= of; station++, x += step) page.Circle(x, line, station == here ? 2.6 : 1.8, station == here ? black : PrintColours.Paper, black, 0.8);
    }
}
