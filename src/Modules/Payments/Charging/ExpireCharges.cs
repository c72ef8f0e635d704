using Microsoft.EntityFrameworkCore;

using Percurso.Kernel.Data;
using Percurso.Kernel.Jobs;
using Percurso.Payments.Contracts;
using Percurso.Payments.Data;

namespace Percurso.Payments.Charging;

/// <summary>Ends charges whose time has passed; what coupon, credit and quota they held is free again.</summary>
sealed class ExpireCharges(PaymentsDb db, Charges charges, TimeProvider clock) : IJob
{
    public static JobSchedule When => JobSchedule.Every(TimeSpan.FromMinutes(10));

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var overdue = await db.Charges.Where(charge => (charge.State == ChargeState.Open || charge.State == ChargeState.Waiting) && charge.PayBy <= now)
            .OrderBy(charge => charge.PayBy).Select(charge => charge.Id).Take(500).ToListAsync(cancel);
        foreach (var charge in overdue)
        {
            db.ChangeTracker.Clear();
            await charges.ChangeAsync(charge, async found =>
            {
                if (found.State is not (ChargeState.Open or ChargeState.Waiting)) return;

                var credit = found.FromCredit;
                found.Expire(now);
                await charges.ReleaseAsync(found, credit, cancel);
            }, cancel);
        }
    }
}
