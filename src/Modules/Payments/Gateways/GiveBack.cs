using Microsoft.EntityFrameworkCore;

using Percurso.Kernel.Data;
using Percurso.Payments.Charging;
using Percurso.Payments.Data;
using Percurso.Payments.Domain;

namespace Percurso.Payments.Gateways;

/// <summary>Has a refund made by the gateway that took the money, or leaves it to finance.</summary>
sealed class GiveBack(PaymentsDb db, Charges charges, TimeProvider clock)
{
    public async Task<ErrandOutcome> RunAsync(IGateway gateway, Guid refund, CancellationToken cancel)
    {
        var charge = await db.Whole.AsNoTracking().SingleAsync(one => one.Refunds.Any(row => row.Id == refund), cancel);
        if (charge.Refunds.First(row => row.Id == refund) is not { State: RefundState.Asked } asked) return ErrandOutcome.Done;

        var outcome = await gateway.RefundAsync(asked.Id, charge.Paying().Session!, asked.Amount, cancel);
        if (outcome == RefundOutcome.Pending) return ErrandOutcome.NotYet;

        if (outcome == RefundOutcome.NotPossible) await charges.ChangeAsync(charge.Id, found =>
        {
            found.LeaveToFinance(found.Refunds.First(row => row.Id == refund));
            return Task.CompletedTask;
        }, cancel);
        else await CompleteAsync(charge.Id, refund, cancel);
        return ErrandOutcome.Done;
    }

    /// <summary>The money went back; with a whole refund credit, coupon and quota return too.</summary>
    public async Task CompleteAsync(Guid charge, Guid refund, CancellationToken cancel)
    {
        using var together = Together.Begin();
        await charges.ChangeAsync(charge, async found =>
        {
            var returned = found.Complete(found.Refunds.First(row => row.Id == refund), clock.GetUtcNow().UtcDateTime);
            if (found.State == Contracts.ChargeState.Refunded) await charges.ReleaseAsync(found, returned, cancel);
        }, cancel);
        together.Complete();
    }
}
