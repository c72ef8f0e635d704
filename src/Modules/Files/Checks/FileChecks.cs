using Percurso.Files.Checks.Dicom;
using Percurso.Files.Checks.Documents;
using Percurso.Files.Checks.Meshes;
using Percurso.Files.Checks.Photos;
using Percurso.Files.Checks.Zips;

namespace Percurso.Files.Checks;

/// <summary>
/// Says of what was sent whether it can be planned with. Free of database, web and clock; it reads streams and may be stopped and begun anew. Whatever the
/// bytes, it answers with a verdict: an exception out of it is the disk's, or a bug.
/// </summary>
static class FileChecks
{
    /// <exception cref="OperationCanceledException">The order was cancelled.</exception>
    public static Verdict Judge(CheckOrder order)
    {
        try
        {
            return order.Files is [var only] ? One(only, order) : Many([.. order.Files.Select(file => (file, Sniff.Of(file)))], order);
        }
        catch (CheckRefusedException refused)
        {
            return refused.Verdict;
        }
    }

    /// <summary>Reads files out of a ZIP that was judged, in the order of its directory.</summary>
    /// <param name="order">As it was judged.</param>
    /// <param name="names">Of entries, folders included.</param>
    /// <param name="with">Is given the name and the content, forward only.</param>
    public static void Unpack(CheckOrder order, IReadOnlyCollection<string> names, Action<string, Stream> with)
    {
        using var stream = order.Files[0].Open();
        using var zip = new Unzip(order, order.Files[0].Length);
        foreach (var (file, _) in zip.Files(stream).Where(entry => names.Contains(entry.File.Name)).DistinctBy(entry => entry.File.Name))
            using (var content = file.Open())
                with(file.Name, content);
    }

    static Verdict One(SentFile file, CheckOrder order)
    {
        var content = Sniff.Of(file);
        if (Refusal(content) is { } rule) return Findings.Refuse(FileSort.None, rule);

        var sort = SortOf(content);
        if (sort != FileSort.None && (order.Wanted & sort) == 0) return Findings.Refuse(sort, FileRules.Belongs(sort));

        return content switch
        {
            FileContent.Zip => InZip(file, order),
            FileContent.Dicom => DicomCheck.Judge([file], order),
            FileContent.Jpeg or FileContent.Png => PhotoCheck.Judge(file, content, order),
            FileContent.Pdf => PdfCheck.Judge(file, order),
            _ => MeshCheck.Judge(file, content, order),
        };
    }

    static Verdict InZip(SentFile file, CheckOrder order)
    {
        using var stream = file.Open();
        using var zip = new Unzip(order, file.Length);
        try
        {
            return Many(zip.Files(stream), order);
        }
        catch (Exception broken) when (Unzip.IsDamage(broken))
        {
            throw new CheckRefusedException(ZipRules.Damaged);
        }
    }

    /// <summary>Of many files, those of the sort the slot wants; the others are left out, such as the viewer on a radiology centre's CD.</summary>
    static Verdict Many(IReadOnlyList<(SentFile File, FileContent Content)> files, CheckOrder order)
    {
        var wanted = files.Where(file => (order.Wanted & SortOf(file.Content)) != 0).ToList();
        if (wanted.Count == 0) return Findings.Refuse(FileSort.None, Nothing(files, order));

        var sort = wanted.Exists(file => file.Content == FileContent.Dicom) ? FileSort.Tomography : SortOf(wanted[0].Content);
        List<(SentFile File, FileContent Content)> kept = [.. wanted.Where(file => SortOf(file.Content) == sort)];
        var verdict = sort switch
        {
            FileSort.Tomography => DicomCheck.Judge([.. kept.Select(file => file.File)], order),
            FileSort.Scan => ScannerZip.Judge(kept, order),
            _ => Findings.Refuse(sort, ZipRules.OneOnly),
        };
        return files.Count == kept.Count ? verdict : verdict with { Facts = [.. verdict.Facts, ZipRules.LeftOut.Of(files.Count - kept.Count)] };
    }

    static Rule Nothing(IReadOnlyList<(SentFile, FileContent Content)> files, CheckOrder order)
    {
        var contents = files.Select(file => file.Content).ToHashSet();
        return contents.Contains(FileContent.ThreeShape) && (order.Wanted & (FileSort.Tomography | FileSort.Scan)) != 0 ? FileRules.ThreeShape
            : contents.Select(SortOf).FirstOrDefault(sort => sort != FileSort.None) is not FileSort.None and var other ? FileRules.Belongs(other)
            : ZipRules.Nothing;
    }

    static Rule? Refusal(FileContent content) => content switch
    {
        FileContent.Empty => FileRules.Empty,
        FileContent.Program => FileRules.Program,
        FileContent.TwoFaced => FileRules.TwoFaced,
        FileContent.OtherArchive => FileRules.OtherArchive,
        FileContent.ThreeShape => FileRules.ThreeShape,
        FileContent.Heic => PhotoRules.Heic,
        FileContent.Unknown => FileRules.Unknown,
        _ => null,
    };

    static FileSort SortOf(FileContent content) => content switch
    {
        FileContent.Dicom => FileSort.Tomography,
        FileContent.Stl or FileContent.Ply or FileContent.Obj => FileSort.Scan,
        FileContent.Jpeg or FileContent.Png => FileSort.Photograph,
        FileContent.Pdf => FileSort.Document,
        _ => FileSort.None,
    };
}
