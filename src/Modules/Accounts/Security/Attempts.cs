using System.Security.Cryptography;
using System.Text;

using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Data;

namespace Percurso.Accounts.Security;

/// <summary>How often something was tried, under a key that does not tell who: known and unknown addresses are counted alike.</summary>
sealed record Attempt(string Key, int Count, DateTime Since);

/// <summary>Limits tries per account or address, on all nodes together. A limit by network address stands before it.</summary>
sealed class Attempts(AccountsDb db, TimeProvider clock)
{
    public static readonly Limit Password = new("password", 10, TimeSpan.FromMinutes(15));
    public static readonly Limit SecondFactor = new("second-factor", 10, TimeSpan.FromMinutes(15));
    public static readonly Limit Letters = new("letters", 5, TimeSpan.FromHours(1));

    internal sealed record Limit(string Name, int Tries, TimeSpan Within);

    /// <summary>Counts one more; false when that is one too many. Counted before the try, so that many at once are not more.</summary>
    public async Task<bool> TakeAsync(Limit limit, string whose, CancellationToken cancel = default)
    {
        var (key, now) = (KeyOf(limit, whose), clock.GetUtcNow().UtcDateTime);
        var old = now - limit.Within;
        var counts = await db.Database.SqlQuery<int>(
            $"""
            insert into accounts.attempt as a (key, count, since) values ({key}, 1, {now})
            on conflict (key) do update set
                count = case when a.since <= {old} then 1 else least(a.count, 1000000) + 1 end,
                since = case when a.since <= {old} then {now} else a.since end
            returning count
            """).ToListAsync(cancel);
        return counts.Single() <= limit.Tries;
    }

    /// <summary>It went well: what was tried before no longer counts.</summary>
    public Task ForgiveAsync(Limit limit, string whose, CancellationToken cancel = default)
    {
        var key = KeyOf(limit, whose);
        return db.Set<Attempt>().Where(row => row.Key == key).ExecuteDeleteAsync(cancel);
    }

    static string KeyOf(Limit limit, string whose) =>
        $"{limit.Name} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whose.Trim().ToUpperInvariant())))}";
}
