using System.Globalization;

using Percurso.Files.Checks;
using Percurso.Fuzz;
using Percurso.Testing.Samples;

// judge SORT PATH…          prints the rows that docs/spec/checks.md would have for these files and folders
// faults                    the same for the files that are made with one fault each
// rules                     prints the rules as docs/spec/checks.md has them
// run CASES SEED [planted]  breaks samples in every way it knows and judges them; says what went wrong, with the seed
// run CASES SEED from CASE  the same from that case on: each is what its seed and number make it, so a run can be parted, or gone on with

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["judge", var sort, .. var paths]:
        foreach (var path in paths)
        {
            SentFile[] files = Directory.Exists(path) ? Sent.Folder(path) : [Sent.OnDisk(path)];
            var verdict = FileChecks.Judge(files.To(Enum.Parse<FileSort>(sort)));
            foreach (var row in VerdictRow.Of(Path.GetFileName(path.TrimEnd('/')), verdict)) await Console.Out.WriteLineAsync(row.ToString());
            foreach (var fact in verdict.Facts) await Console.Error.WriteLineAsync("  " + string.Format(CultureInfo.InvariantCulture, Rules.FindFact(fact.Kind)!.Words, fact.Values));
            if (Environment.GetEnvironmentVariable("PREVIEWS") is { } folder)
                foreach (var preview in verdict.Previews) await File.WriteAllBytesAsync(Path.Combine(folder, $"{Path.GetFileName(path.TrimEnd('/'))}-{preview.View}.png"), preview.Png);
        }

        return 0;

    case ["rules"]:
        foreach (var rule in Rules.All) await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"| {rule.Key} | {rule.Limit?.Risk} | {rule.Limit?.Refuse} | {rule.Words} |"));
        return 0;

    case ["faults"]:
        foreach (var (name, order) in Faults.All)
            foreach (var row in VerdictRow.Of(name, FileChecks.Judge(order()))) await Console.Out.WriteLineAsync(row.ToString());
        return 0;

    case ["run", var cases, var seed, .. var rest]:
        return await Fuzzing.RunAsync(int.Parse(cases, CultureInfo.InvariantCulture), int.Parse(seed, CultureInfo.InvariantCulture), rest is ["planted"],
            rest is ["from", var first] ? int.Parse(first, CultureInfo.InvariantCulture) : 0);

    default:
        await Console.Error.WriteLineAsync("judge SORT PATH…, or run CASES SEED [planted]");
        return 2;
}
