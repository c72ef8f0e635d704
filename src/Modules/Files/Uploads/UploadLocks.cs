using System.Collections.Concurrent;

using Npgsql;

namespace Percurso.Files.Uploads;

/// <summary>
/// One request at a time works on an upload, on whichever node. A sender whose line broke comes again before the server has noticed, so whoever
/// asks on this node makes the one before stop. Between nodes it is a lock of the database, held by one connection a node: a node that dies
/// holds none.
/// </summary>
sealed class UploadLocks(NpgsqlDataSource source) : IAsyncDisposable
{
    /// <summary>The database's locks are shared by all who use it: these are ours.</summary>
    const int Ours = 0x66696C65;
    static readonly TimeSpan patience = TimeSpan.FromSeconds(10);

    readonly ConcurrentDictionary<Guid, Held> here = [];
    readonly SemaphoreSlim turn = new(1);
    NpgsqlConnection? line;

    /// <returns>Null when whoever has it did not let go in time.</returns>
    public async Task<Held?> TakeAsync(Guid upload, CancellationToken cancel)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(since) < patience)
        {
            var mine = new Held(this, upload);
            var holder = here.GetOrAdd(upload, mine);
            if (holder != mine)
            {
                await holder.StopAsync();
                await holder.Ended.WaitAsync(patience, TimeProvider.System, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                cancel.ThrowIfCancellationRequested();
                continue;
            }

            if (await IsLockedAsync(upload, cancel)) return mine;

            mine.LetGo();
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancel);
        }

        return null;
    }

    async Task<bool> IsLockedAsync(Guid upload, CancellationToken cancel)
    {
        try
        {
            return await AskAsync("select pg_try_advisory_lock($1, $2)", upload, cancel);
        }
        catch
        {
            if (here.TryRemove(upload, out var mine)) mine.LetGo();
            throw;
        }
    }

    async Task<bool> AskAsync(string sql, Guid upload, CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            if (line is { State: not System.Data.ConnectionState.Open }) await BreakAsync();
            line ??= await source.OpenConnectionAsync(cancel);
            await using var ask = new NpgsqlCommand(sql, line);
            ask.Parameters.AddWithValue(Ours);
            ask.Parameters.AddWithValue(upload.GetHashCode());
            var answer = (bool)(await ask.ExecuteScalarAsync(cancel))!;
            if (here.IsEmpty)
            {
                await line.DisposeAsync();
                line = null;
            }

            return answer;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>With the connection the locks are gone: whoever relies on one stops.</summary>
    async Task BreakAsync()
    {
        foreach (var held in here.Values) await held.StopAsync();
        await line!.DisposeAsync();
        line = null;
    }

    async Task ReleaseAsync(Held held)
    {
        held.LetGo();
        try
        {
            await AskAsync("select pg_advisory_unlock($1, $2)", held.Upload, CancellationToken.None);
        }
        catch (NpgsqlException)
        {
            // The connection is gone, and the lock with it.
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (line is not null) await line.DisposeAsync();
        turn.Dispose();
    }

    /// <summary>The upload is this request's until it is disposed.</summary>
    public sealed class Held(UploadLocks locks, Guid upload) : IAsyncDisposable
    {
        readonly CancellationTokenSource stop = new();
        readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Guid Upload => upload;

        /// <summary>Another wants it: keep what has come, and let go.</summary>
        public CancellationToken Stop => stop.Token;

        internal Task Ended => ended.Task;

        internal Task StopAsync() => stop.CancelAsync();

        internal void LetGo()
        {
            locks.here.TryRemove(new(upload, this));
            ended.TrySetResult();
        }

        public ValueTask DisposeAsync() => new(locks.ReleaseAsync(this));
    }
}
