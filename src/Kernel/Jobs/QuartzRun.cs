using Quartz;

namespace Percurso.Kernel.Jobs;

/// <summary>What Quartz knows of our jobs: a name to run. The database sees to it that one node runs it.</summary>
[DisallowConcurrentExecution]
sealed class QuartzRun(RunJob run) : Quartz.IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var job = context.JobDetail.Key;
        if (run.Knows(job.Name)) await run.NowAsync(job.Name, cancellationToken);
        else await context.Scheduler.DeleteJob(job, cancellationToken);   // of an earlier release
    }
}
