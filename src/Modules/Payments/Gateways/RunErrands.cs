using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

using Percurso.Kernel.Data;
using Percurso.Payments.Charging;
using Percurso.Payments.Data;
using Percurso.Payments.Domain;

namespace Percurso.Payments.Gateways;

/// <summary>
/// Runs the errands at the gateways, one at a time and outside any transaction. An errand is signed out before it is run; one
/// that never came back is signed out again a little later, and asking twice does no harm.
/// </summary>
sealed class RunErrands(IServiceScopeFactory scopes, Bell bell, TimeProvider clock, ILogger<RunErrands> log) : BackgroundService
{
    /// <summary>With the delays below, about five days.</summary>
    const int Attempts = 130;

    static readonly TimeSpan leave = TimeSpan.FromMinutes(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Loop.RunAsync(bell, Errands.Bell, NextAsync, clock, log, stoppingToken);

    DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>False when none waits.</summary>
    public async Task<bool> NextAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PaymentsDb>();
        if (await SignOutAsync(db, cancel) is not { } errand) return false;

        var (outcome, error) = await RunAsync(scope.ServiceProvider, errand, cancel);
        await SignOffAsync(db, errand, outcome, error, cancel);
        return true;
    }

    async Task<Errand?> SignOutAsync(PaymentsDb db, CancellationToken cancel)
    {
        var back = Now + leave;
        return (await db.Errands.FromSql(
            $"""
            update payments.errand set attempts = attempts + 1, not_before = {back}
            where number = (select number from payments.errand
                            where done_at is null and given_up_at is null and not_before <= {Now}
                            order by not_before limit 1 for update skip locked)
            returning *
            """).AsNoTracking().ToListAsync(cancel)).SingleOrDefault();
    }

    async Task<(ErrandOutcome Outcome, string? Error)> RunAsync(IServiceProvider services, Errand errand, CancellationToken cancel)
    {
        try
        {
            var gateway = services.GetServices<IGateway>().FirstOrDefault(one => one.Name == errand.Gateway)
                ?? throw new InvalidOperationException($"The gateway {errand.Gateway} is not configured.");
            return (errand.Kind == ErrandKind.Refund
                ? await services.GetRequiredService<GiveBack>().RunAsync(gateway, Guid.Parse(errand.Subject), cancel)
                : await gateway.AskAsync(errand.Subject, cancel) is { } news
                    ? await services.GetRequiredService<TakeNews>().ApplyAsync(gateway.Name, news, cancel)
                    : ErrandOutcome.Unknown, null);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            if (failure is not DbUpdateConcurrencyException)
                log.LogWarning(failure, "Errand {Kind} at {Gateway} failed, attempt {Attempt}.", errand.Kind, errand.Gateway, errand.Attempts);
            return (ErrandOutcome.Unknown, $"{failure.GetType().Name}: {failure.Message}");
        }
    }

    /// <summary>An errand that was asked for again while it was run stays to be run again, at once.</summary>
    async Task SignOffAsync(PaymentsDb db, Errand errand, ErrandOutcome outcome, string? error, CancellationToken cancel)
    {
        DateTime? done = outcome == ErrandOutcome.Done ? Now : null;
        DateTime? givenUp = done is null && errand.Attempts >= Attempts ? Now : null;
        var next = Now + (error is not null && errand.Attempts == 1 ? TimeSpan.FromSeconds(1) : outcome == ErrandOutcome.NotYet ? PollAfter(errand.Attempts) : DelayAfter(errand.Attempts));
        await db.Errands.Where(row => row.Number == errand.Number && row.Rings == errand.Rings).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.DoneAt, done).SetProperty(row => row.GivenUpAt, givenUp).SetProperty(row => row.NotBefore, next).SetProperty(row => row.Error, error),
            cancel);
        await db.Errands.Where(row => row.Number == errand.Number && row.Rings != errand.Rings && row.DoneAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.NotBefore, Now), cancel);
    }

    /// <summary>2, 4, 8… seconds, at most an hour.</summary>
    static TimeSpan DelayAfter(int attempts) => TimeSpan.FromSeconds(Math.Min(3600, Math.Pow(2, Math.Min(attempts, 12))));

    /// <summary>Without a notice: after one minute, two, four… at most an hour.</summary>
    static TimeSpan PollAfter(int attempts) => TimeSpan.FromMinutes(Math.Min(60, Math.Pow(2, Math.Min(attempts, 6) - 1)));
}
