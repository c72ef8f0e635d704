using Percurso.Files.Checks;

namespace Percurso.Testing.Samples;

/// <summary>The tables of <c>docs/spec/checks.md</c>: under each heading the files it is about, and how they are sent.</summary>
static class VerdictTables
{
    /// <summary>Where the larger samples lie that the repository does not hold; empty on most machines.</summary>
    public const string Larger = "PERCURSO_SAMPLES";

    /// <summary>By heading, what a name in the first column stands for; null where the file is not on this machine.</summary>
    static readonly (string Heading, Func<string, CheckOrder?> Order)[] all =
    [
        ("Meshes", name => OnDisk(Repository.At("tests", "Samples", "meshes", name), FileSort.Scan)),
        ("Tomographies", name => OnDisk(Repository.At("tests", "Samples", "dicom", name), FileSort.Tomography)),
        ("Pictures", name => OnDisk(Repository.At("tests", "Samples", "images", name), FileSort.Photograph)),
        ("Made with one fault each", name => Faults.All[name]()),
        ("Larger meshes", name => Environment.GetEnvironmentVariable(Larger) is { } folder ? OnDisk(Path.Combine(folder, name), FileSort.Scan) : null),
    ];

    /// <summary>The rows of the page by file, with the order each is sent by.</summary>
    public static IEnumerable<(string File, CheckOrder? Order, string[] Rows)> Read()
    {
        var lines = File.ReadAllLines(Repository.At("docs", "spec", "checks.md"));
        foreach (var (heading, order) in all)
        {
            var rows = lines.SkipWhile(line => line != "### " + heading).Skip(1).TakeWhile(line => !line.StartsWith('#')).Select(VerdictRow.Parse).OfType<VerdictRow>().Skip(2);
            foreach (var file in rows.GroupBy(row => row.File)) yield return (file.Key, order(file.Key), [.. file.Select(row => row.ToString())]);
        }
    }

    static CheckOrder OnDisk(string path, FileSort wanted) => new[] { Sent.OnDisk(path) }.To(wanted);
}
