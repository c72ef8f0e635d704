using System.Globalization;

namespace Percurso.Benchmarks.Pages;

/// <param name="PerSecond">Answers a second, over all connections.</param>
/// <param name="P99">Milliseconds in which 99 of 100 answers had come whole.</param>
/// <param name="Bytes">Of one answer, headers and all.</param>
sealed record Figures(double PerSecond, double P99, int Bytes)
{
    public static Figures Median(IReadOnlyCollection<Figures> runs) =>
        new(Middle(runs.Select(run => run.PerSecond)), Middle(runs.Select(run => run.P99)), runs.First().Bytes);

    static double Middle(IEnumerable<double> values) => values.Order().ElementAt(values.Count() / 2);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{PerSecond:0} requests/s, p99 {P99:0.00} ms");
}
