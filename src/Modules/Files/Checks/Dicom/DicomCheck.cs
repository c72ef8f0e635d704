using System.Globalization;

namespace Percurso.Files.Checks.Dicom;

/// <summary>Judges a tomography: all DICOM files of a folder or a ZIP together, of which the largest CT series is chosen.</summary>
static class DicomCheck
{
    /// <summary>The directory of a CD (PS3.3, F.2): no image, and of no use here.</summary>
    const string Directory = "1.2.840.10008.1.3.10";

    public static Verdict Judge(IReadOnlyList<SentFile> files, CheckOrder order)
    {
        var findings = new Findings(order.Limits);
        var (images, others, broken) = Read(files, order.Cancel);
        if (broken > 0) findings.Measure(DicomRules.Unreadable, broken);
        Person(images, others, order, findings);
        if (images.Count == 0)
        {
            if (broken < files.Count) findings.Add(DicomRules.NotImages, Level.Refused);
            return new(FileSort.Tomography, findings.Heaviest, [], []);
        }

        var series = images.GroupBy(image => (image.Series, image.Rows, image.Columns))
            .OrderByDescending(group => group.First().Modality == "CT").ThenByDescending(group => group.Sum(image => image.Frames.Count)).ThenBy(group => group.Key.Series, StringComparer.Ordinal).ToList();
        List<DicomImage> chosen = [.. series[0]];
        List<Fact> facts = [];
        var previews = SeriesCheck.Judge(chosen, findings, facts, order.Cancel);
        if (series.Count > 1) facts.Add(DicomRules.OtherSeries.Of(series.Count - 1, series.Skip(1).Sum(group => group.Sum(image => image.Frames.Count))));
        return new(FileSort.Tomography, findings.Heaviest, facts, previews);
    }

    static (List<DicomImage> Images, List<DicomImage> Others, int Broken) Read(IReadOnlyList<SentFile> files, CancellationToken cancel)
    {
        var (images, others, broken) = (new List<DicomImage>(), new List<DicomImage>(), 0);
        foreach (var file in files)
        {
            cancel.ThrowIfCancellationRequested();
            if (ImageReader.Read(file, cancel) is not { } image) broken++;
            else if (image.Frames.Count > 0) images.Add(image);
            else if (image.Data.Text(Tag.SopClass) != Directory) others.Add(image);
        }

        return (images, others, broken);
    }

    static void Person(List<DicomImage> images, List<DicomImage> others, CheckOrder order, Findings findings)
    {
        var people = images.Concat(others).Select(image => image.Data)
            .DistinctBy(data => (PersonName.Readable(data.Name(Tag.PatientName)).ToUpperInvariant(), data.Text(Tag.PatientId), data.Text(Tag.BirthDate))).ToList();
        if (people.Count > 1) findings.Add(DicomRules.TwoPatients, Level.Refused, people.Count, 1);
        if (people.Count == 0) return;

        if (order.PatientName is { } name)
        {
            // Of several, the one furthest from the case is told of.
            var (match, read) = people.Select(data => (Match: PersonName.Compare(data.Name(Tag.PatientName), name), Read: PersonName.Readable(data.Name(Tag.PatientName))))
                .MaxBy(person => person.Match is NameMatch.None ? NameMatch.Near : person.Match);
            if (match == NameMatch.Other) findings.Add(DicomRules.OtherName, Level.Refused, about: read);
            if (match == NameMatch.Near) findings.Add(DicomRules.NameDiffers, Level.AtRisk, about: read);
            if (match == NameMatch.None) findings.Add(DicomRules.NoName, Level.AtRisk);
        }

        if (order.BirthDate is { } birth && people.Select(data => Day(data.Text(Tag.BirthDate))).FirstOrDefault(day => day is not null && day != birth) is { } other)
            findings.Add(DicomRules.BirthDate, Level.Refused, about: other.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture));
    }

    /// <summary>PS3.5, 6.2, DA; with points between it was so before 1993.</summary>
    static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, ["yyyyMMdd", "yyyy.MM.dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
