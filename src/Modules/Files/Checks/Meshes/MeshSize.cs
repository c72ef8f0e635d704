namespace Percurso.Files.Checks.Meshes;

/// <summary>In which unit a mesh is measured: none of the formats says, so it is guessed from what a jaw measures.</summary>
static class MeshSize
{
    /// <summary>What the longer side of a scan of a whole arch measures, in mm.</summary>
    const double LeastArch = 40, MostArch = 130;

    static readonly (Rule Rule, double InMillimetres)[] units = [(MeshRules.Inches, 25.4), (MeshRules.Metres, 1000), (MeshRules.Micrometres, 0.001)];

    /// <summary>The unit, with the rule that tells of it; no rule for millimetres.</summary>
    public static (Rule? Rule, double InMillimetres) Unit(MeshShape shape)
    {
        var longest = Longest(shape);
        if (longest is >= 12 and <= 1000) return (null, 1);

        foreach (var unit in units)
            if (longest * unit.InMillimetres is >= LeastArch and <= MostArch) return unit;
        return (null, 1);
    }

    public static void Weigh(MeshShape shape, Findings findings)
    {
        var (longest, unit) = (Longest(shape), Unit(shape));
        if (unit.Rule is { } rule) findings.Add(rule, Level.AtRisk, longest, longest * unit.InMillimetres);
        else
        {
            findings.Measure(MeshRules.Small, longest);
            findings.Measure(MeshRules.Large, longest);
            findings.Measure(MeshRules.Far, Math.Max(shape.Least.Length(), shape.Most.Length()));
        }
    }

    static double Longest(MeshShape shape)
    {
        var size = shape.Most - shape.Least;
        return Math.Max(size.X, Math.Max(size.Y, size.Z));
    }
}
