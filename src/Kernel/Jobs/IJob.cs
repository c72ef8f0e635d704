using Microsoft.Extensions.DependencyInjection;

namespace Percurso.Kernel.Jobs;

/// <summary>
/// Work that comes round: one class, its schedule in one line. Each run happens on one node only, in a scope of its own; a
/// run that was killed is made up for at the next time, so a job may be run twice and must not mind.
/// </summary>
public interface IJob
{
    static abstract JobSchedule When { get; }

    Task RunAsync(CancellationToken cancel);
}

/// <summary>When a job comes round.</summary>
public sealed class JobSchedule
{
    JobSchedule(TimeSpan? interval, TimeOnly? timeOfDay) => (Interval, TimeOfDay) = (interval, timeOfDay);

    internal TimeSpan? Interval { get; }

    internal TimeOnly? TimeOfDay { get; }

    /// <summary>Again and again, this long after the last time it began.</summary>
    public static JobSchedule Every(TimeSpan interval) => new(interval, null);

    /// <summary>Once a day at this time, in the time zone of Brasília.</summary>
    public static JobSchedule DailyAt(int hour, int minute) => new(null, new(hour, minute));
}

/// <summary>A job under the name it is stored and shown by.</summary>
sealed record JobEntry(string Name, JobSchedule When, Func<IServiceProvider, CancellationToken, Task> RunAsync);

public static class JobRegistration
{
    /// <summary>Has a job come round on its schedule. It is stored under its class's name, <c>ForgetOldLetters</c>.</summary>
    public static IServiceCollection AddJob<TJob>(this IServiceCollection services) where TJob : class, IJob
    {
        services.AddScoped<TJob>();
        return services.AddSingleton(new JobEntry(typeof(TJob).Name, TJob.When, (provider, cancel) =>
            provider.GetRequiredService<TJob>().RunAsync(cancel)));
    }
}
