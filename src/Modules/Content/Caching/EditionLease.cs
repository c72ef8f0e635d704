using System.Diagnostics;

using Npgsql;

namespace Percurso.Content.Caching;

/// <summary>
/// Knows which edition of the site is current, without asking the database at every request: what was read is trusted for
/// <see cref="Trust"/>, counted from when it was asked. Whoever publishes answers only after that time, so that the next request on any node, however
/// it came to know, sees what was published; no message between nodes can be missed, for there is none.
/// </summary>
sealed class EditionLease(NpgsqlDataSource source)
{
    public static readonly TimeSpan Trust = TimeSpan.FromMilliseconds(50);

    readonly Lock gate = new();
    Known? known;
    Task<Known>? asking;

    /// <summary>The edition as it was no longer than <see cref="Trust"/> ago.</summary>
    public async ValueTask<long> CurrentAsync()
    {
        var now = Stopwatch.GetTimestamp();
        if (known is { } last && Stopwatch.GetElapsedTime(last.AskedAt, now) is var age && age < Trust)
        {
            if (age > Trust / 2) _ = AskAsync();   // under load nobody has to wait for the answer
            return last.Number;
        }

        Known fresh;
        do fresh = await AskAsync(); while (Stopwatch.GetElapsedTime(fresh.AskedAt, now) > Trust);
        return fresh.Number;
    }

    /// <summary>The edition as it is.</summary>
    public async Task<long> NowAsync()
    {
        var fresh = await ReadAsync();
        known = fresh;
        return fresh.Number;
    }

    /// <summary>One question at a time for all who want to know.</summary>
    Task<Known> AskAsync()
    {
        lock (gate)
        {
            if (asking is null || asking.IsCompleted) asking = AskOnceAsync();
            return asking;
        }
    }

    async Task<Known> AskOnceAsync()
    {
        var fresh = await ReadAsync();
        known = fresh;
        return fresh;
    }

    async Task<Known> ReadAsync()
    {
        var askedAt = Stopwatch.GetTimestamp();
        await using var question = source.CreateCommand("select number from content.edition");
        return new((long)(await question.ExecuteScalarAsync() ?? 0L), askedAt);
    }

    sealed record Known(long Number, long AskedAt);
}
