using System.Globalization;

using Percurso.Files.Checks;
using Percurso.Testing;
using Percurso.Testing.Samples;

namespace Percurso.Domain.Tests.Files;

/// <summary>docs/spec/checks.md says of each file what is found in it; it is held to that, word by word and number by number.</summary>
public sealed class VerdictTableTests
{
    [Fact]
    public void Every_file_has_the_verdict_that_the_specification_gives_it() =>
        Assert.Multiple([.. VerdictTables.Read().Where(file => file.Order is not null).Select(file => (Action)(() =>
            Assert.Equal(file.Rows, VerdictRow.Of(file.File, FileChecks.Judge(file.Order!)).Select(row => row.ToString()))))]);

    [Fact]
    public void Every_sample_and_every_fault_has_a_verdict_in_the_specification()
    {
        var told = VerdictTables.Read().Select(file => file.File).ToHashSet();
        var samples = Repository.SourcesUnder(Repository.At("tests", "Samples")).Select(path => Path.GetFileName(path)!).Where(name => Path.GetExtension(name) is not (".md" or ".txt"));

        Assert.Empty(samples.Concat(Faults.All.Keys).Except(told));
    }

    [Fact]
    public void Every_rule_stands_in_the_specification_with_its_limits_and_its_sentence()
    {
        var page = File.ReadAllText(Repository.At("docs", "spec", "checks.md"));

        Assert.All(Rules.All, rule => Assert.Contains(Line(rule), page, StringComparison.Ordinal));
    }

    [Fact]
    public void Judging_again_gives_the_same_verdict() =>
        Assert.All(Faults.All.Take(8), fault => Assert.Equal(FileChecks.Judge(fault.Value()).Findings, FileChecks.Judge(fault.Value()).Findings));

    internal static string Line(Rule rule) => string.Create(CultureInfo.InvariantCulture, $"| {rule.Key} | {rule.Limit?.Risk} | {rule.Limit?.Refuse} | {rule.Words} |");
}
