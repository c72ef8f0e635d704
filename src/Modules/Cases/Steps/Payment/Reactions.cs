using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Contracts;
using Percurso.Cases.Data;
using Percurso.Cases.Domain;
using Percurso.Kernel.Events;
using Percurso.Payments.Contracts;

namespace Percurso.Cases.Steps.Payment;

/// <summary>The order was paid: the step is done. A supplement's payment opens nothing further.</summary>
sealed class FinishWhenPaid(CasesDb db, ICaseSteps steps, ICharges charges) : IHandle<ChargePaid>
{
    public async Task HandleAsync(ChargePaid fact, CancellationToken cancel)
    {
        if (fact.Purpose != Order.Purpose) return;

        var charge = (await charges.FindAsync(fact.ChargeId, cancel))!;
        var step = await db.Set<CaseStep>().AsNoTracking().Where(one => one.CaseId == fact.SubjectId && one.Kind == PaymentStep.Kind && one.State == StepState.Open)
            .OrderBy(one => one.Position).FirstOrDefaultAsync(cancel);
        if (step is not null) await steps.DoneAsync(fact.SubjectId, step.Key, new { charge.Id, charge.Number, charge.Total.Cents, charge.Method }, null, cancel);
    }
}

/// <summary>A case was cancelled: what was not paid is not to be paid any more; what was becomes what the pathway's table says.</summary>
sealed class SettleCancelled(ICharges charges) : IHandle<CaseCancelled>
{
    const string Reason = "O caso foi cancelado";

    public async Task HandleAsync(CaseCancelled fact, CancellationToken cancel)
    {
        foreach (var charge in await charges.OfAsync(Order.Purpose, fact.CaseId, cancel))
        {
            if (charge.IsPayable || charge.State == ChargeState.Expired) await charges.CancelAsync(charge.Id, Reason, cancel);
            else if (!charge.IsPaid || fact.Outcome == CancelOutcome.Nothing) continue;
            else if (fact.Outcome == CancelOutcome.Refund && !charge.Total.IsZero) await charges.RefundAsync(charge.Id, null, Reason, cancel);
            else await charges.CreditAsync(charge.Id, null, Reason, cancel);
        }
    }
}
