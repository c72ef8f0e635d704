namespace Percurso.Files.Checks.Dicom;

/// <summary>Judges the chosen series.</summary>
static class SeriesCheck
{
    /// <summary>Adds what is found and what is known; gives the previews.</summary>
    public static IReadOnlyList<Preview> Judge(List<DicomImage> series, Findings findings, List<Fact> facts, CancellationToken cancel)
    {
        var (first, frames) = (series[0], series.Sum(image => image.Frames.Count));
        if (first.Modality != "CT") findings.Add(DicomRules.Modality, Level.Refused, about: first.Modality.Length is 0 or > 16 ? "?" : first.Modality);
        findings.Measure(DicomRules.Slices, frames);
        findings.Measure(DicomRules.Bits, series.Min(image => image.Data.Number16(Tag.BitsStored) ?? 16));
        facts.Add(DicomRules.Series.Of(frames, first.Columns, first.Rows));
        Lossy(series, findings);
        var inPlane = first.Data.Decimals(Tag.PixelSpacing) is [> 0 and < 1000 and var row, > 0 and < 1000 and var column] ? (Row: row, Column: column) : default;
        if (inPlane.Row > 0) findings.Measure(DicomRules.PixelSize, Math.Max(inPlane.Row, inPlane.Column));
        if (Largest(series, Tag.SliceThickness) is > 0 and < 1000 and var thickness) findings.Measure(DicomRules.Thickness, thickness);

        List<PlacedFrame> placed = [.. series.SelectMany(PlacedFrame.Of)];
        if (frames > placed.Count || inPlane.Row == 0) findings.Add(DicomRules.NoPosition, Level.Refused, Math.Max(1, frames - placed.Count));
        if (placed.Count == 0 || inPlane.Row == 0) return [];

        var geometry = Geometry.Of(placed);
        var spacing = geometry.Spacing > 0 ? geometry.Spacing : Largest(series, Tag.SpacingBetweenSlices) is > 0 and < 1000 and var between ? between : Largest(series, Tag.SliceThickness);
        Shape(geometry, spacing, findings);
        findings.Measure(DicomRules.Tilt, Math.Max(geometry.Tilt, Math.Abs(first.Data.Decimal(Tag.GantryTilt) ?? 0)));
        Field(first, geometry, inPlane, spacing, findings, facts);
        if (series.Exists(image => image.IsEncapsulated)) findings.Add(DicomRules.NoPreview, Level.Fine);
        cancel.ThrowIfCancellationRequested();
        return DicomPreview.Draw(geometry.Order, (spacing, inPlane.Row, inPlane.Column), cancel);
    }

    static void Shape(Geometry geometry, double spacing, Findings findings)
    {
        if (geometry.Order.Count > 1) findings.Measure(DicomRules.Spacing, spacing);
        findings.Measure(DicomRules.Missing, geometry.Missing);
        findings.Measure(DicomRules.Doubled, geometry.Doubled);
        findings.Measure(DicomRules.Uneven, geometry.Uneven);
        findings.Measure(DicomRules.Orientation, geometry.Oblique);
    }

    static void Field(DicomImage first, Geometry geometry, (double Row, double Column) inPlane, double spacing, Findings findings, List<Fact> facts)
    {
        var (wide, deep, high) = (first.Columns * inPlane.Column, first.Rows * inPlane.Row, (geometry.Order.Count - geometry.Doubled + geometry.Missing) * spacing);
        findings.Measure(DicomRules.Field, Math.Min(high, Math.Min(wide, deep)));
        facts.Add(DicomRules.Voxel.Of(inPlane.Row, inPlane.Column, spacing));
        facts.Add(DicomRules.FieldOfView.Of(wide, deep, high));
    }

    /// <summary>PS3.3, C.7.6.1.1.5: once lossy, always lossy; the ratio may have several numbers, of which each is a time it was done.</summary>
    static void Lossy(List<DicomImage> series, Findings findings)
    {
        var ratios = series.Where(image => image.Data.Text(Tag.LossyCompression) == "01" || DicomEncoding.IsLossy(image.Data.TransferSyntax))
            .Select(image => image.Data.Decimals(Tag.LossyRatio).Where(double.IsFinite).DefaultIfEmpty(1).Max()).ToList();
        if (ratios.Count > 0) findings.Measure(DicomRules.Lossy, Math.Max(1, ratios.Max()));
    }

    static double Largest(List<DicomImage> series, uint tag) => series.Max(image => image.Data.Decimal(tag) ?? 0);
}
