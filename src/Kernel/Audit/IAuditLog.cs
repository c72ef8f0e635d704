using Microsoft.EntityFrameworkCore;

using Percurso.Kernel.Data;

namespace Percurso.Kernel.Audit;

/// <summary>An act in the administration's list.</summary>
public sealed record AuditLine(
    long Number, DateTime At, AuditPerson By, string Act, string Subject, IReadOnlyDictionary<string, string> Details);

/// <summary>Which acts to list: everything that is set must hold. A search looks into names and subjects, or means a number.</summary>
public sealed record AuditFilter(string? Act = null, Guid? Account = null, string? Search = null);

/// <summary>The acts recorded on this site, to be read.</summary>
public interface IAuditLog
{
    Task<int> CountAsync(AuditFilter filter, CancellationToken cancel);

    Task<IReadOnlyList<AuditLine>> NewestAsync(AuditFilter filter, int skip, int take, CancellationToken cancel);

    /// <summary>Everybody with an account who did anything, each by the name they had last, in the names' order.</summary>
    Task<IReadOnlyList<AuditPerson>> PeopleAsync(CancellationToken cancel);

    /// <summary>Reads the whole log and computes every hash again.</summary>
    Task<ChainState> CheckAsync(CancellationToken cancel);
}

sealed class AuditLog(KernelDb db, CheckChain chain) : IAuditLog
{
    public Task<int> CountAsync(AuditFilter filter, CancellationToken cancel) => Matching(filter).CountAsync(cancel);

    public async Task<IReadOnlyList<AuditLine>> NewestAsync(AuditFilter filter, int skip, int take, CancellationToken cancel)
    {
        var rows = await Matching(filter).OrderByDescending(row => row.Number).Skip(skip).Take(take).ToListAsync(cancel);
        return [.. rows.Select(row => new AuditLine(row.Number, row.At, new(row.AccountId, row.Who), row.Act, row.Subject, row.DetailsShown))];
    }

    public async Task<IReadOnlyList<AuditPerson>> PeopleAsync(CancellationToken cancel)
    {
        var last = db.Set<AuditRow>().Where(row => row.AccountId != null).GroupBy(row => row.AccountId).Select(acts => acts.Max(row => row.Number));
        return await db.Set<AuditRow>().Where(row => last.Contains(row.Number)).OrderBy(row => Sql.Plain(row.Who))
            .Select(row => new AuditPerson(row.AccountId, row.Who)).ToListAsync(cancel);
    }

    public Task<ChainState> CheckAsync(CancellationToken cancel) => chain.NowAsync(cancel);

    IQueryable<AuditRow> Matching(AuditFilter filter)
    {
        var rows = db.Set<AuditRow>().AsNoTracking();
        if (filter.Act is { Length: > 0 } act) rows = rows.Where(row => row.Act == act);
        if (filter.Account is { } account) rows = rows.Where(row => row.AccountId == account);
        if (filter.Search?.Trim() is not { Length: > 0 } words) return rows;

        long? number = long.TryParse(words, System.Globalization.CultureInfo.InvariantCulture, out var typed) ? typed : null;
        return rows.Where(row => row.Number == number || Sql.Plain(row.Who + " " + row.Subject).Contains(Sql.Plain(words)));
    }
}
