using Microsoft.EntityFrameworkCore;

using Percurso.Kernel.Data;
using Percurso.Kernel.Jobs;

namespace Percurso.Kernel.Events;

/// <summary>Drops facts that every handler has done with, three months after they happened.</summary>
sealed class ForgetDeliveredFacts(KernelDb db, TimeProvider clock) : IJob
{
    public static JobSchedule When => JobSchedule.DailyAt(3, 40);

    public async Task RunAsync(CancellationToken cancel)
    {
        var limit = clock.GetUtcNow().UtcDateTime.AddDays(-90);
        await db.Set<DeliveryRow>().Where(row => row.DoneAt < limit).ExecuteDeleteAsync(cancel);
        await db.Set<FactRow>()
            .Where(fact => fact.RecordedAt < limit && !db.Set<DeliveryRow>().Any(row => row.FactId == fact.Id))
            .ExecuteDeleteAsync(cancel);
    }
}
