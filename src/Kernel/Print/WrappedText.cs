using Percurso.Kernel.Print.Pdf;

namespace Percurso.Kernel.Print;

/// <summary>A text broken into lines of a width.</summary>
sealed class WrappedText
{
    readonly List<List<Word>> lines = [];
    readonly PrintType type;

    WrappedText(PrintType type) => this.type = type;

    public double Height => lines.Count * type.Leading;

    /// <param name="text"><c>**bold**</c> is bold; a line end begins a line.</param>
    /// <param name="type">Its size and colour.</param>
    /// <param name="width">In points; a word that is longer stands alone on its line.</param>
    public static WrappedText Of(string text, PrintType type, double width)
    {
        var wrapped = new WrappedText(type);
        var space = type.WidthOf(" ");
        var isStrong = false;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            wrapped.lines.Add([]);
            var (x, endsWithSpace) = (0.0, true);
            foreach (var (number, part) in line.Split("**").Index())
            {
                if (number > 0) isStrong = !isStrong;
                if (part.Length == 0) continue;

                var follows = !endsWithSpace && part[0] != ' ';
                foreach (var word in part.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    var wide = type.WidthOf(word, isStrong);
                    var at = follows && x > 0 ? x - space : x;
                    if (at > 0 && at + wide > width)
                    {
                        wrapped.lines.Add([]);
                        at = 0;
                    }

                    wrapped.lines[^1].Add(new(word, at, isStrong, follows));
                    x = at + wide + space;
                    follows = false;
                }

                endsWithSpace = part[^1] == ' ';
            }
        }

        return wrapped;
    }

    public void Draw(PdfCanvas page, double x, double y)
    {
        foreach (var (number, line) in lines.Index())
            foreach (var run in Runs(line))
                page.Text(x + run.X, y + number * type.Leading + type.Size, run.Text, run.IsStrong ? type.StrongFace : type.Face, type.Size, type.Colour);
    }

    /// <summary>
    /// Neighbouring words of one weight are drawn together, and with the space after them, so that what is copied or read
    /// aloud has its spaces.
    /// </summary>
    static IEnumerable<(string Text, double X, bool IsStrong)> Runs(List<Word> line)
    {
        for (var i = 0; i < line.Count;)
        {
            var end = i + 1;
            while (end < line.Count && line[end].IsStrong == line[i].IsStrong) end++;
            var after = end < line.Count && line[end].Follows ? "" : " ";
            yield return (string.Join(' ', line.Skip(i).Take(end - i).Select(word => word.Text)) + after, line[i].X, line[i].IsStrong);
            i = end;
        }
    }

    /// <param name="Text">Its letters.</param>
    /// <param name="X">Where it begins, from the line's beginning.</param>
    /// <param name="IsStrong">Whether it is bold.</param>
    /// <param name="Follows">Closely, without a space, as a comma after a bold word.</param>
    sealed record Word(string Text, double X, bool IsStrong, bool Follows);
}
