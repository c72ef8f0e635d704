using System.Text.RegularExpressions;

using Percurso.Testing;

namespace Percurso.Domain.Tests.Sources;

/// <summary>What the customer asked for is shown by tests that are there.</summary>
public sealed partial class SeedTests
{
    [Fact]
    public void Every_sentence_of_the_first_customer_has_one_word_and_the_tests_it_names() =>
        Guard.Demand(DefectsIn(File.ReadLines(Repository.At("docs", "spec", "seed-000.md")), Tests()));

    [Fact]
    public void A_test_that_is_gone_a_word_that_is_none_and_a_proof_of_nothing_are_named() =>
        Assert.Equal(
            [
                "“One.” names Gone, which no test is called.",
                "“Two.” is called finished instead of real, stand-in or not built.",
                "“Three.” is called real, and names no test.",
                "“Four.” is not built, and names a test.",
            ],
            DefectsIn(
                [
                    "| sentence | page | test | word |", "| --- | --- | --- | --- |",
                    "| “One.” | `/um` | `Gone` | real |", "| “Two.” | `/dois` | `There` | finished |", "| “Three.” | `/três` |  | real |", "| “Four.” |  | `There` | not built |",
                    "| “Five.” | `/cinco` | `There` | stand-in (a table) |",
                ],
                ["There"]));

    static List<string> DefectsIn(IEnumerable<string> page, HashSet<string> tests)
    {
        var defects = new List<string>();
        foreach (var line in page.Where(line => line.StartsWith("| “", StringComparison.Ordinal)))
        {
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            var (sentence, named, word) = (cells[1], Quoted().Matches(cells[3]).Select(one => one.Groups[1].Value).ToList(), cells[4].Split(" (")[0]);
            defects.AddRange(named.Where(name => !tests.Contains(name)).Select(name => $"{sentence} names {name}, which no test is called."));
            if (word is not ("real" or "stand-in" or "not built")) defects.Add($"{sentence} is called {word} instead of real, stand-in or not built.");
            if (word is "real" or "stand-in" && named.Count == 0) defects.Add($"{sentence} is called {word}, and names no test.");
            if (word == "not built" && named.Count > 0) defects.Add($"{sentence} is not built, and names a test.");
        }

        return defects;
    }

    static HashSet<string> Tests() =>
        [.. Repository.SourcesUnder(Repository.At("tests"), ".cs").SelectMany(file => Method().Matches(File.ReadAllText(file))).Select(found => found.Groups[1].Value)];

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"public (?:async )?(?:Task|void) (\w+)\(")]
    private static partial Regex Method();
}
