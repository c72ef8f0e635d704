namespace Percurso.Files.Checks.Zips;

/// <summary>What unfolding a ZIP, and the ZIPs in it, may cost.</summary>
/// <param name="packed">The outermost ZIP's length in bytes.</param>
sealed class ZipBudget(Limits limits, long packed, CancellationToken cancel)
{
    /// <summary>Below this many bytes no ratio harms anybody.</summary>
    const long Harmless = 32 << 20;

    long unfolded;
    int entries;

    /// <exception cref="CheckRefusedException">The entries are too many.</exception>
    public void Enter(long count)
    {
        entries = (int)Math.Min(int.MaxValue, entries + count);
        Demand(ZipRules.Entries, entries);
    }

    /// <exception cref="CheckRefusedException">It lies too deep.</exception>
    public void Descend(int depth) => Demand(ZipRules.Depth, depth);

    /// <exception cref="CheckRefusedException">There is too much of it.</exception>
    public void Spend(int bytes)
    {
        cancel.ThrowIfCancellationRequested();
        unfolded += bytes;
        Demand(ZipRules.Size, unfolded / (double)(1 << 20));
        if (unfolded > Harmless) Demand(ZipRules.Ratio, unfolded / (double)Math.Max(1, packed));
    }

    void Demand(Rule rule, double found)
    {
        var limit = limits.Of(rule);
        if (limit.Judge(found) == Level.Refused) throw new CheckRefusedException(rule, found, limit.Refuse);
    }
}
