using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;

using Percurso.Files.Checks;
using Percurso.Testing.Samples;

// How long a verdict takes: of a tomography of 500 slices of 512 × 512 points, as files and as a ZIP, and of a scan of a million triangles; each beside the
// time of merely reading its bytes. Medians of five, in turn, from files that the system has in its memory. Argument: an STL to take instead of our own.

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
const int Rounds = 5;
var folder = Directory.CreateTempSubdirectory("percurso-checks-").FullName;
try
{
    var (slices, zip, stl) = await PrepareAsync(folder, args is [var own] ? own : null);
    Measure("ct_zip", zip, FileSort.Tomography);
    var (ctTime, ctRead) = Measure("ct", slices, FileSort.Tomography);
    var (scanTime, scanRead) = Measure("stl", stl, FileSort.Scan);
    Say("checks.memory_mb", Process.GetCurrentProcess().PeakWorkingSet64 >> 20);
    Say("checks.ct_vs_read", ctTime / ctRead);
    Say("checks.stl_vs_read", scanTime / scanRead);
    return ctTime < 5 && scanTime < 1.5 ? 0 : 1;
}
finally
{
    Directory.Delete(folder, recursive: true);
}

static async Task<(SentFile[] Slices, SentFile[] Zip, SentFile[] Stl)> PrepareAsync(string folder, string? stl)
{
    var tomography = new Tomography { Slices = 500, Size = 512, Pixel = 0.15, Spacing = 0.15 };
    var exam = Directory.CreateDirectory(Path.Combine(folder, "exam")).FullName;
    Parallel.For(0, tomography.Slices, slice => File.WriteAllBytes(Path.Combine(exam, $"IM{slice:D4}"), tomography.Slice(slice)));
    var zip = Path.Combine(folder, "exam.zip");
    ZipFile.CreateFromDirectory(exam, zip, CompressionLevel.Fastest, includeBaseDirectory: true);
    if (stl is null)
    {
        stl = Path.Combine(folder, "scan.stl");
        await File.WriteAllBytesAsync(stl, new ScanMesh(1_000_000).Stl());
    }

    return (Sent.Folder(exam), [Sent.OnDisk(zip)], [Sent.OnDisk(stl)]);
}

static (double Judged, double Read) Measure(string name, SentFile[] files, FileSort wanted)
{
    var (judged, read) = (new List<double>(), new List<double>());
    var verdict = FileChecks.Judge(files.To(wanted));
    for (var round = 0; round < Rounds; round++)
    {
        var began = Stopwatch.GetTimestamp();
        verdict = FileChecks.Judge(files.To(wanted));
        judged.Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
        began = Stopwatch.GetTimestamp();
        ReadAll(files);
        read.Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
    }

    Say($"checks.{name}_mb", files.Sum(file => file.Length) / 1e6);
    Say($"checks.{name}_s", Middle(judged));
    Say($"checks.{name}_read_s", Middle(read));
    foreach (var fact in verdict.Facts) Console.Error.WriteLine($"{name}: {verdict.Level}, {string.Format(CultureInfo.InvariantCulture, Rules.FindFact(fact.Kind)!.Words, fact.Values)}");
    return (Middle(judged), Middle(read));
}

static void ReadAll(SentFile[] files)
{
    var buffer = new byte[64 << 10];
    foreach (var file in files)
    {
        using var stream = file.Open();
        while (stream.Read(buffer) > 0)
        {
        }
    }
}

static double Middle(List<double> values) => values.Order().ElementAt(values.Count / 2);

static void Say(string figure, double value) => Console.Out.WriteLine($"{figure}: {value:0.###}");
