namespace Percurso.Files.Checks;

/// <summary>Two thresholds of one number. Where <paramref name="Refuse"/> is the smaller, less is worse: fewer slices, fewer pixels.</summary>
/// <param name="Risk">The last number that is fine.</param>
/// <param name="Refuse">The last number that is not refused.</param>
readonly record struct Limit(double Risk, double Refuse)
{
    /// <summary>Anything above nothing is refused.</summary>
    public static readonly Limit None = new(0, 0);

    public Level Judge(double found) =>
        double.IsNaN(found) || IsBeyond(found, Refuse) ? Level.Refused : IsBeyond(found, Risk) ? Level.AtRisk : Level.Fine;

    /// <summary>The threshold that a number of this level has passed.</summary>
    public double Passed(Level level) => level == Level.Refused ? Refuse : Risk;

    bool IsBeyond(double found, double threshold) => Refuse < Risk ? found < threshold : found > threshold;
}
