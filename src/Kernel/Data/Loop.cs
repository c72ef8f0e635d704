using Microsoft.Extensions.Logging;

namespace Percurso.Kernel.Data;

/// <summary>Works through what waits in the database, then sleeps until a bell rings or a few seconds have passed.</summary>
public static class Loop
{
    static readonly TimeSpan Nap = TimeSpan.FromSeconds(5);

    /// <param name="bell">Heard from the database.</param>
    /// <param name="name">The bell that says there is work.</param>
    /// <param name="nextAsync">Does one piece of work; false when there is none.</param>
    /// <param name="clock">Measures the sleep.</param>
    /// <param name="log">Where a failure of the loop itself goes; it goes on after a nap.</param>
    /// <param name="stop">Ends the loop; work in hand sees it too.</param>
    public static async Task RunAsync(
        Bell bell, string name, Func<CancellationToken, Task<bool>> nextAsync, TimeProvider clock, ILogger log, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var rung = bell.Next(name);
            try
            {
                if (await nextAsync(stop)) continue;
            }
            catch (Exception) when (stop.IsCancellationRequested)
            {
                // However it ended: a host that could not start takes the database away under what is running.
                return;
            }
            catch (Exception failure)
            {
                log.LogError(failure, "Looking for {Name} failed; trying again shortly.", name);
            }

            await Task.WhenAny(rung, Task.Delay(Nap, clock, stop));
        }
    }
}
