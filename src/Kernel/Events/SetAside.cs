using Microsoft.EntityFrameworkCore;

using Percurso.Kernel.Audit;
using Percurso.Kernel.Data;

namespace Percurso.Kernel.Events;

/// <summary>A fact that a handler failed on too often, as the administration shows it.</summary>
public sealed record SetAsideDelivery(
    long Number, string Fact, string Handler, int Attempts, DateTime RecordedAt, DateTime SetAsideAt, string Error);

/// <summary>What was set aside, for the administration to see and to try again once its cause is mended.</summary>
public interface ISetAside
{
    Task<int> CountAsync(CancellationToken cancel);

    Task<List<SetAsideDelivery>> NewestAsync(int skip, int take, CancellationToken cancel);

    /// <summary>Puts one back in the queue, with all its attempts before it. False when it is not set aside (any more).</summary>
    Task<bool> RetryAsync(long number, CancellationToken cancel);
}

sealed class SetAside(KernelDb db, IAudit audit, TimeProvider clock) : ISetAside
{
    public Task<int> CountAsync(CancellationToken cancel) => db.Set<DeliveryRow>().CountAsync(row => row.SetAsideAt != null, cancel);

    public Task<List<SetAsideDelivery>> NewestAsync(int skip, int take, CancellationToken cancel) =>
        (from row in db.Set<DeliveryRow>()
         join fact in db.Set<FactRow>() on row.FactId equals fact.Id
         where row.SetAsideAt != null
         orderby row.SetAsideAt descending, row.Number descending
         select new SetAsideDelivery(row.Number, fact.Name, row.Handler, row.Attempts, fact.RecordedAt, row.SetAsideAt!.Value, row.Error ?? ""))
        .Skip(skip).Take(take).ToListAsync(cancel);

    public async Task<bool> RetryAsync(long number, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        using var together = Together.Begin();
        var resumed = await db.Set<DeliveryRow>().Where(row => row.Number == number && row.SetAsideAt != null).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.SetAsideAt, (DateTime?)null).SetProperty(row => row.Attempts, 0).SetProperty(row => row.NotBefore, now),
            cancel) == 1;
        if (!resumed) return false;

        var handler = await db.Set<DeliveryRow>().Where(row => row.Number == number).Select(row => row.Handler).SingleAsync(cancel);
        await audit.RecordAsync(KernelActs.FactResumed, handler, new Dictionary<string, string> { ["delivery"] = $"{number}" }, cancel);
        together.Complete();
        return true;
    }
}
