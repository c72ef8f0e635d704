using Microsoft.Extensions.DependencyInjection;

using Percurso.Kernel.Settings;

using Quartz;

namespace Percurso.Kernel.Jobs;

/// <summary>Puts the jobs of all modules on Quartz, whose store is the same database, so that nodes share them.</summary>
static class JobSchedules
{
    /// <summary>Call when every module has registered its jobs.</summary>
    public static void AddJobSchedules(this IServiceCollection services)
    {
        var jobs = services.Select(service => service.ImplementationInstance).OfType<JobEntry>().ToList();

        services.AddSingleton<RunJob>();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.InstanceId = "AUTO");
            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(source => source.UseRegisteredDataSource = true);
                store.ProvisionSchema();
                store.UseClustering();
                store.ConfigureStore(options => options.TablePrefix = "jobs.qrtz_");
            });
            foreach (var job in jobs)
            {
                quartz.AddJob(typeof(QuartzRun), one => one.WithIdentity(job.Name).StoreDurably());
                quartz.AddTrigger(one => one.ForJob(job.Name).WithIdentity(job.Name).WithSchedule(Schedule(job.When)));
            }
        });
        // Without this each node that starts fires every interval job once more.
        services.Configure<QuartzOptions>(options => options.Scheduling.ScheduleTriggerRelativeToReplacedTrigger = true);
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }

    static IScheduleBuilder Schedule(JobSchedule when) => when switch
    {
        { Interval: { } interval } => SimpleScheduleBuilder.Create().WithInterval(interval).RepeatForever(),
        { TimeOfDay: { } time } => CronScheduleBuilder.Create($"0 {time.Minute} {time.Hour} * * ?")
            .InTimeZone(TimeZoneInfo.FindSystemTimeZoneById(Company.DefaultTimeZone)),
        _ => throw new InvalidOperationException("A job without a schedule."),
    };
}
