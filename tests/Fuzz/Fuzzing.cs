using System.Diagnostics;

using Percurso.Files.Checks;
using Percurso.Testing.Samples;

namespace Percurso.Fuzz;

/// <summary>
/// Judges broken files by the thousand. Whatever they are, there must be a verdict, within the time of a case and the memory of this process. It is run as a
/// process of its own with its memory capped, so that what would bring a server down only ends this.
/// </summary>
static class Fuzzing
{
    /// <summary>Of one case; samples are small.</summary>
    static readonly TimeSpan patience = TimeSpan.FromSeconds(5);

    /// <returns>The program's exit code: 0 when all was well.</returns>
    public static async Task<int> RunAsync(int cases, int seed, bool planted, int first)
    {
        var began = Stopwatch.GetTimestamp();
        var (number, caseBegan) = (first, began);
        using var watch = new Timer(_ =>
        {
            if (Stopwatch.GetElapsedTime(Volatile.Read(ref caseBegan)) < patience) return;

            Console.Error.WriteLine($"Case {Volatile.Read(ref number)} of seed {seed} has taken more than {patience.TotalSeconds:0} seconds.");
            Environment.Exit(1);
        }, null, patience, TimeSpan.FromSeconds(1));

        var levels = new int[3];
        for (; number < first + cases; number++)
        {
            if (number % 100_000 == 0 && number > first) await Console.Error.WriteLineAsync($"{number} so far");
            Volatile.Write(ref caseBegan, Stopwatch.GetTimestamp());
            var random = new Random(HashCode(seed, number));
            var (sample, bytes, done) = Mutations.Of(random);
            try
            {
                if (planted) Planted.Read(bytes);
                var verdict = FileChecks.Judge(Order(sample, bytes));
                levels[(int)verdict.Level]++;
                foreach (var finding in verdict.Findings) _ = string.Format(System.Globalization.CultureInfo.InvariantCulture, Rules.Find(finding.Rule)!.Words, finding.Values);
            }
            catch (Exception wrong)
            {
                await Console.Error.WriteLineAsync($"Case {number} of seed {seed} ({sample.Name}: {string.Join(", ", done)}) is no verdict but {wrong}");
                return 1;
            }
        }

        await Console.Out.WriteLineAsync($"{cases} cases of seed {seed} in {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s: {levels[0]} fine, {levels[1]} at risk, {levels[2]} refused; {Environment.WorkingSet >> 20} MB.");
        return 0;
    }

    static CheckOrder Order(Sample sample, byte[] bytes) =>
        new CheckOrder([Sent.Bytes(sample.Name, bytes)], FileSort.Tomography | FileSort.Scan | FileSort.Photograph | FileSort.Document, Limits.Usual)
        {
            PatientName = "Ana Lúcia de Souza",
            BirthDate = new(1971, 4, 9),
            Scratch = () => new MemoryStream(),
        };

    /// <summary>The platform's own differs from run to run.</summary>
    static int HashCode(int seed, int number) => unchecked(seed * 486187739 + number * 16777619);
}
