using Microsoft.EntityFrameworkCore;

using Percurso.Kernel.Audit;
using Percurso.Kernel.Data;

using Quartz;

namespace Percurso.Kernel.Jobs;

/// <summary>A job in the administration's list. Times are UTC; no end yet and no error: it is running.</summary>
public sealed record JobLine(string Name, DateTime? StartedAt, DateTime? EndedAt, string? Error, long Runs, DateTime? NextAt);

/// <summary>The jobs of the site, for the administration: how their last runs went, when they come round next, and to run one now.</summary>
public interface IJobBoard
{
    Task<IReadOnlyList<JobLine>> AllAsync(CancellationToken cancel);

    /// <summary>Has a job run at once, on whichever node is free. False when there is no such job.</summary>
    Task<bool> RunNowAsync(string name, CancellationToken cancel);
}

sealed class JobBoard(IEnumerable<JobEntry> jobs, KernelDb db, ISchedulerFactory schedulers, IAudit audit) : IJobBoard
{
    public async Task<IReadOnlyList<JobLine>> AllAsync(CancellationToken cancel)
    {
        var runs = await db.Jobs.AsNoTracking().ToDictionaryAsync(row => row.Name, cancel);
        var scheduler = await schedulers.GetScheduler(cancel);
        var lines = new List<JobLine>();
        foreach (var job in jobs.OrderBy(job => job.Name, StringComparer.Ordinal))
        {
            var next = (await scheduler.GetTrigger(new TriggerKey(job.Name), cancel))?.NextFireTimeUtc?.UtcDateTime;
            var run = runs.GetValueOrDefault(job.Name);
            lines.Add(new(job.Name, run?.StartedAt, run?.EndedAt, run?.Error, run?.Runs ?? 0, next));
        }

        return lines;
    }

    public async Task<bool> RunNowAsync(string name, CancellationToken cancel)
    {
        if (jobs.All(job => job.Name != name)) return false;

        // Before: the schedule's own store takes no part in our transactions.
        using (var together = Together.Begin())
        {
            await audit.RecordAsync(KernelActs.JobRun, name, null, cancel);
            together.Complete();
        }

        var scheduler = await schedulers.GetScheduler(cancel);
        await scheduler.TriggerJob(new JobKey(name), cancel);
        return true;
    }
}
