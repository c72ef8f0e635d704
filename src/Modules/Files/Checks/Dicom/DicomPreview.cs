using Percurso.Files.Checks.Pictures;

namespace Percurso.Files.Checks.Dicom;

/// <summary>Three grey pictures through the middle of a series, true to its proportions, the head up.</summary>
static class DicomPreview
{
    const int Longest = 320;

    /// <param name="order">From the feet to the head.</param>
    /// <param name="spacing">Between slices, rows and columns, in mm.</param>
    public static IReadOnlyList<Preview> Draw(IReadOnlyList<PlacedFrame> order, (double Slice, double Row, double Column) spacing, CancellationToken cancel)
    {
        var middle = order[order.Count / 2];
        var (rows, columns) = (middle.Image.Rows, middle.Image.Columns);
        if (ImageReader.Samples(middle.Image, middle.Frame.Number, cancel) is not { } axial) return [];

        var window = Window.Of(axial);
        List<Preview> views = [Picture("axial", (row, column) => axial[row * columns + column], rows, columns, rows * spacing.Row, columns * spacing.Column, window)];
        var across = order.Where(frame => frame.Frame is { Row: not null, Column: not null }).Reverse().ToArray();
        if (across.Length < 2) return views;

        var (wide, deep) = (across.Min(frame => frame.Frame.Row!.Length), across.Min(frame => frame.Frame.Column!.Length));
        var height = across.Length * Math.Max(spacing.Slice, 0.01);
        views.Add(Picture("coronal", (row, column) => across[row].Frame.Row![column], across.Length, wide, height, columns * spacing.Column, window));
        views.Add(Picture("sagittal", (row, column) => across[row].Frame.Column![column], across.Length, deep, height, rows * spacing.Row, window));
        return views;
    }

    static Preview Picture(string view, Func<int, int, short> sample, int rows, int columns, double height, double width, Window window)
    {
        var scale = Longest / Math.Max(height, width);
        var (tall, wide) = (Math.Clamp((int)(height * scale), 1, Longest), Math.Clamp((int)(width * scale), 1, Longest));
        var pixels = new byte[tall * wide];
        for (var y = 0; y < tall; y++)
            for (var x = 0; x < wide; x++) pixels[y * wide + x] = window.Grey(sample((int)((long)y * rows / tall), (int)((long)x * columns / wide)));
        return new(view, PngWriter.WriteGrey(pixels, wide, tall));
    }

    /// <summary>Which samples are black and which white: all but the darkest and brightest few of the axial picture.</summary>
    readonly record struct Window(int Black, int White)
    {
        public static Window Of(short[] samples)
        {
            var sorted = samples.Where((_, at) => at % Math.Max(1, samples.Length / 8192) == 0).Order().ToArray();
            var (black, white) = (sorted[sorted.Length / 50], sorted[^(1 + sorted.Length / 200)]);
            return new(black, Math.Max(black + 1, white));
        }

        public byte Grey(short sample) => (byte)Math.Clamp(255 * (sample - Black) / (White - Black), 0, 255);
    }
}
