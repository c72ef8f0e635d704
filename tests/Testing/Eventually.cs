using System.Diagnostics;

namespace Percurso.Testing;

/// <summary>Asks again until it is so. For what happens beside the request that caused it: a letter, a reaction, a job.</summary>
public static class Eventually
{
    static readonly TimeSpan pause = TimeSpan.FromMilliseconds(20);

    /// <summary>The first answer that is not null.</summary>
    /// <exception cref="TimeoutException">It was not so within the patience, half a minute unless told: disks of forges stand still for seconds; the message says what was awaited.</exception>
    public static async Task<T> IsAsync<T>(string awaited, Func<Task<T?>> ask, TimeSpan? patience = null) where T : class
    {
        var limit = patience ?? TimeSpan.FromSeconds(30);
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < limit; await Task.Delay(pause))
            if (await ask() is { } answer)
                return answer;

        throw new TimeoutException($"Waited {limit.TotalSeconds:0} seconds for {awaited}.");
    }

    /// <inheritdoc cref="IsAsync{T}(string, Func{Task{T}}, TimeSpan?)" />
    public static Task<T> IsAsync<T>(string awaited, Func<T?> ask, TimeSpan? patience = null) where T : class =>
        IsAsync(awaited, () => Task.FromResult(ask()), patience);

    /// <summary>Returns once it is so.</summary>
    /// <inheritdoc cref="IsAsync{T}(string, Func{Task{T}}, TimeSpan?)" path="/exception" />
    public static Task IsSoAsync(string awaited, Func<Task<bool>> ask, TimeSpan? patience = null) =>
        IsAsync(awaited, async () => await ask() ? awaited : null, patience);
}
