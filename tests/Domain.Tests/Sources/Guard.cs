namespace Percurso.Domain.Tests.Sources;

static class Guard
{
    /// <summary>Fails with every defect in full, a line each.</summary>
    public static void Demand(IReadOnlyList<string> defects) =>
        Assert.True(defects.Count == 0, string.Join(Environment.NewLine, defects.Prepend($"{defects.Count} found:")));
}
