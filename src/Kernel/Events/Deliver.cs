using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

using Percurso.Kernel.Data;

namespace Percurso.Kernel.Events;

/// <summary>
/// Delivers one waiting fact to one handler. The row lock is claim and receipt in one: the claim, the handler's work in any
/// number of contexts, and the receipt commit together or not at all, whatever is killed in between.
/// </summary>
sealed class Deliver(IServiceScopeFactory scopes, FactRegistry registry, TimeProvider clock, ILogger<Deliver> log)
{
    public const int Attempts = 10;

    static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>False when nothing waits.</summary>
    public async Task<bool> NextAsync(CancellationToken cancel)
    {
        DeliveryRow? claimed = null;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<KernelDb>();
            using var together = Together.Begin();

            claimed = await ClaimAsync(db, cancel);
            if (claimed is null) return false;

            await HandleAsync(scope.ServiceProvider, db, claimed, cancel);
            claimed.DoneAt = Now;
            claimed.Error = null;
            await db.SaveChangesAsync(cancel);
            together.Complete();
        }
        catch (Exception failure) when (claimed is not null && !cancel.IsCancellationRequested)
        {
            await PutOffAsync(claimed, failure, cancel);
        }

        return true;
    }

    DateTime Now => clock.GetUtcNow().UtcDateTime;

    async Task<DeliveryRow?> ClaimAsync(KernelDb db, CancellationToken cancel) => (await db.Set<DeliveryRow>().FromSql(
        $"""
        select * from kernel.delivery
        where done_at is null and set_aside_at is null and not_before <= {Now}
        order by not_before, number limit 1
        for update skip locked
        """).ToListAsync(cancel)).SingleOrDefault();

    async Task HandleAsync(IServiceProvider services, KernelDb db, DeliveryRow claimed, CancellationToken cancel)
    {
        if (registry.Find(claimed.Handler) is not { } handler)
            throw new InvalidOperationException($"No module has a handler named {claimed.Handler}.");

        var fact = await db.Set<FactRow>().AsNoTracking().SingleAsync(row => row.Id == claimed.FactId, cancel);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        await handler.HandleAsync(services, fact.Body, limit.Token);
    }

    async Task PutOffAsync(DeliveryRow claimed, Exception failure, CancellationToken cancel)
    {
        var attempt = claimed.Attempts + 1;
        var later = Now + DelayAfter(attempt);
        DateTime? setAside = attempt >= Attempts ? Now : null;
        var error = $"{failure.GetType().Name}: {failure.Message}";

        await using var scope = scopes.CreateAsyncScope();
        // The claim ended with its transaction, so another worker may have tried since; its attempt counts then.
        var counted = await scope.ServiceProvider.GetRequiredService<KernelDb>().Set<DeliveryRow>()
            .Where(row => row.Number == claimed.Number && row.Attempts == claimed.Attempts && row.DoneAt == null)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Attempts, attempt).SetProperty(row => row.NotBefore, later)
                    .SetProperty(row => row.SetAsideAt, setAside).SetProperty(row => row.Error, error),
                cancel);
        if (counted == 0) return;

        if (setAside is null) log.LogWarning(failure, "{Handler} failed on fact {Fact}, attempt {Attempt}.", claimed.Handler, claimed.FactId, attempt);
        else log.LogError(failure, "{Handler} failed on fact {Fact} {Attempts} times; set aside for an administrator.", claimed.Handler, claimed.FactId, attempt);
    }

    /// <summary>2, 4, 8… seconds, at most an hour.</summary>
    internal static TimeSpan DelayAfter(int attempts) => TimeSpan.FromSeconds(Math.Min(3600, Math.Pow(2, attempts)));
}
