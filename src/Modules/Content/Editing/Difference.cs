namespace Percurso.Content.Editing;

/// <summary>One row of two texts side by side; null where one side has nothing.</summary>
sealed record SideBySide(string? Left, string? Right)
{
    public bool IsSame => Left is not null && Left == Right;
}

/// <summary>Lays two texts side by side, line by line, with as many lines as possible matched (longest common subsequence).</summary>
static class Difference
{
    public static IReadOnlyList<SideBySide> Of(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        var common = new int[left.Count + 1, right.Count + 1];
        for (var i = left.Count - 1; i >= 0; i--)
            for (var j = right.Count - 1; j >= 0; j--)
                common[i, j] = left[i] == right[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);

        var rows = new List<SideBySide>();
        for (int i = 0, j = 0; i < left.Count || j < right.Count;)
        {
            if (i < left.Count && j < right.Count && left[i] == right[j]) rows.Add(new(left[i++], right[j++]));
            else if (j == right.Count || (i < left.Count && common[i + 1, j] >= common[i, j + 1])) rows.Add(new(left[i++], null));
            else rows.Add(new(null, right[j++]));
        }

        return Paired(rows);
    }

    /// <summary>What went and what came at the same place stand beside each other.</summary>
    static List<SideBySide> Paired(List<SideBySide> rows)
    {
        var paired = new List<SideBySide>();
        for (var at = 0; at < rows.Count;)
        {
            if (rows[at].IsSame)
            {
                paired.Add(rows[at++]);
                continue;
            }

            var changed = rows.Skip(at).TakeWhile(row => !row.IsSame).ToList();
            var (went, came) = (changed.Where(row => row.Left is not null).ToList(), changed.Where(row => row.Right is not null).ToList());
            for (var i = 0; i < Math.Max(went.Count, came.Count); i++) paired.Add(new(went.ElementAtOrDefault(i)?.Left, came.ElementAtOrDefault(i)?.Right));
            at += changed.Count;
        }

        return paired;
    }
}
