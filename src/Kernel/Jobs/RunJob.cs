using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

using Percurso.Kernel.Data;

namespace Percurso.Kernel.Jobs;

/// <summary>Runs one job in a scope of its own and remembers how it went. A failure is logged and does not stop the schedule.</summary>
sealed class RunJob(IEnumerable<JobEntry> jobs, IServiceScopeFactory scopes, TimeProvider clock, ILogger<RunJob> log)
{
    public bool Knows(string name) => jobs.Any(job => job.Name == name);

    public async Task NowAsync(string name, CancellationToken cancel)
    {
        var job = jobs.Single(job => job.Name == name);
        await StartedAsync(name, cancel);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await job.RunAsync(scope.ServiceProvider, cancel);
            await EndedAsync(name, null);
        }
        catch (Exception failure)
        {
            log.LogError(failure, "Job {Job} failed.", name);
            await EndedAsync(name, $"{failure.GetType().Name}: {failure.Message}");
        }
    }

    async Task StartedAsync(string name, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow().UtcDateTime;
        await scope.ServiceProvider.GetRequiredService<KernelDb>().Database.ExecuteSqlAsync(
            $"""
            insert into kernel.job (name, started_at, runs) values ({name}, {now}, 1)
            on conflict (name) do update set started_at = {now}, ended_at = null, error = null, runs = kernel.job.runs + 1
            """, cancel);
    }

    async Task EndedAsync(string name, string? error)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow().UtcDateTime;
        await scope.ServiceProvider.GetRequiredService<KernelDb>().Jobs.Where(row => row.Name == name).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.EndedAt, now).SetProperty(row => row.Error, error));
    }
}
