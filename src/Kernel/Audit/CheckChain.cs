using System.Data;

using Microsoft.EntityFrameworkCore;

using Percurso.Kernel.Data;

namespace Percurso.Kernel.Audit;

public enum ChainBreak
{
    /// <summary>The act does not say what it said when it was recorded.</summary>
    Altered,

    /// <summary>The act is gone.</summary>
    Missing,

    /// <summary>The act came in by another way than being recorded.</summary>
    Foreign,
}

/// <summary>What a check of the whole chain found.</summary>
/// <param name="Acts">How many acts the log holds.</param>
/// <param name="Break">Null when the chain is whole.</param>
/// <param name="At">The number of the first act that is altered, missing or foreign.</param>
/// <param name="Newest">The chain's last hash. Whoever notes it down elsewhere can tell later that nothing up to it was rewritten.</param>
public sealed record ChainState(long Acts, ChainBreak? Break, long At, byte[] Newest);

sealed class CheckChain(KernelDb db)
{
    public async Task<ChainState> NowAsync(CancellationToken cancel)
    {
        // One picture of both tables, whatever is recorded meanwhile.
        await using var picture = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        var head = await db.Set<AuditHeadRow>().AsNoTracking().SingleOrDefaultAsync(cancel);
        var acts = await db.Set<AuditRow>().LongCountAsync(cancel);
        var (how, at) = await FirstBreakAsync(head, cancel);
        return new(acts, how, at, head?.Hash ?? Link.Beginning);
    }

    async Task<(ChainBreak? How, long At)> FirstBreakAsync(AuditHeadRow? head, CancellationToken cancel)
    {
        var (number, hash) = (0L, Link.Beginning);
        await foreach (var row in db.Set<AuditRow>().AsNoTracking().OrderBy(row => row.Number).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (row.Number <= 0) return (ChainBreak.Foreign, row.Number);
            if (row.Number != number + 1) return (ChainBreak.Missing, number + 1);
            if (!row.Hash.AsSpan().SequenceEqual(HashOf(row))) return (ChainBreak.Altered, row.Number);
            // This one holds what it held, so it is the one before that was rewritten, hash and all.
            if (!row.Previous.AsSpan().SequenceEqual(hash)) return (ChainBreak.Altered, number);

            (number, hash) = (row.Number, row.Hash);
        }

        if (head is null || head.Number > number) return (ChainBreak.Missing, number + 1);
        if (head.Number < number) return (ChainBreak.Foreign, head.Number + 1);
        return head.Hash.AsSpan().SequenceEqual(hash) ? (null, 0) : (ChainBreak.Altered, number);
    }

    /// <summary>Details that are not what was ever written have no hash.</summary>
    static ReadOnlySpan<byte> HashOf(AuditRow row)
    {
        try
        {
            return row.Link.Hash();
        }
        catch (System.Text.Json.JsonException)
        {
            return [];
        }
    }
}
