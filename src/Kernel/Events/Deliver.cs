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
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KernelDb>();
        var row = await db.Set<DeliveryRow>().SingleAsync(row => row.Number == claimed.Number, cancel);

        row.Attempts++;
        row.NotBefore = Now + DelayAfter(row.Attempts);
        row.Error = $"{failure.GetType().Name}: {failure.Message}";
        if (row.Attempts >= Attempts) row.SetAsideAt = Now;
        await db.SaveChangesAsync(cancel);

        if (row.SetAsideAt is null) log.LogWarning(failure, "{Handler} failed on fact {Fact}, attempt {Attempt}.", row.Handler, row.FactId, row.Attempts);
        else log.LogError(failure, "{Handler} failed on fact {Fact} {Attempts} times; set aside for an administrator.", row.Handler, row.FactId, row.Attempts);
    }

    /// <summary>2, 4, 8… seconds, at most an hour.</summary>
    internal static TimeSpan DelayAfter(int attempts) => TimeSpan.FromSeconds(Math.Min(3600, Math.Pow(2, attempts)));
}
