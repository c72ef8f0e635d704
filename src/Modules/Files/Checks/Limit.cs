namespace Percurso.Files.Checks;

/// <summary>Two thresholds of one number. Where <paramref name="Refuse"/> is the smaller, less is worse: fewer slices, fewer pixels.</summary>
/// <param name="Risk">The last number that is fine.</param>
/// <param name="Refuse">The last number that is not refused; infinite where none is.</param>
readonly record struct Limit(double Risk, double Refuse)
{
    /// <summary>Anything above nothing is refused.</summary>
    public static readonly Limit None = new(0, 0);

    /// <summary>Which way is worse; to be said where both thresholds are the same number.</summary>
    public bool LessIsWorse { get; init; } = Refuse < Risk;

    public Level Judge(double found) =>
        double.IsNaN(found) || IsBeyond(found, Refuse) ? Level.Refused : IsBeyond(found, Risk) ? Level.AtRisk : Level.Fine;

    /// <summary>The threshold that a number of this level has passed.</summary>
    public double Passed(Level level) => level == Level.Refused ? Refuse : Risk;

    public bool IsBeyond(double found, double threshold) => LessIsWorse ? found < threshold : found > threshold;
}
