using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

using Percurso.Kernel.Data;
using Percurso.Payments.Charging;
using Percurso.Payments.Contracts;
using Percurso.Payments.Data;
using Percurso.Payments.Domain;

namespace Percurso.Payments.Gateways;

/// <summary>What to do with an errand after it was run.</summary>
enum ErrandOutcome
{
    Done,

    /// <summary>The checkout is still open: to be asked again, in case no notice comes.</summary>
    NotYet,

    /// <summary>We know no such checkout, perhaps not yet: a notice may come before what it is about is saved.</summary>
    Unknown,
}

/// <summary>Believes what the gateway itself said about a checkout, and moves the charge.</summary>
sealed class TakeNews(PaymentsDb db, Purses purses, TimeProvider clock, ILogger<TakeNews> log)
{
    DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <exception cref="DbUpdateConcurrencyException">Somebody else moved the charge; ask again.</exception>
    public async Task<ErrandOutcome> ApplyAsync(string gateway, CheckoutNews news, CancellationToken cancel)
    {
        using var together = Together.Begin();
        var charge = await db.Whole.SingleOrDefaultAsync(one => one.Attempts.Any(attempt => attempt.Id == news.Reference && attempt.Gateway == gateway), cancel);
        if (charge is null) return ErrandOutcome.Unknown;

        var attempt = charge.Attempts.First(one => one.Id == news.Reference);
        if (attempt.Session is not null && attempt.Session != news.Session || news.Currency != "brl")
        {
            log.LogError("Gateway {Gateway} speaks of checkout {Session} as ours, which it is not.", gateway, news.Session);
            return ErrandOutcome.Done;
        }

        await MoveAsync(charge, attempt, news, cancel);
        await db.SaveChangesAsync(cancel);
        together.Complete();
        return news.Status is CheckoutStatus.Open or CheckoutStatus.Waiting && attempt.IsUnderWay ? ErrandOutcome.NotYet : ErrandOutcome.Done;
    }

    async Task MoveAsync(Charge charge, Attempt attempt, CheckoutNews news, CancellationToken cancel)
    {
        switch (news.Status)
        {
            case CheckoutStatus.Waiting:
                charge.Await(attempt, news.Method, news.WaitsUntil);
                break;
            case CheckoutStatus.Paid when charge.State == ChargeState.ChargedBack && attempt.State == AttemptState.Paid:
                charge.Restore(Now);
                break;
            case CheckoutStatus.Paid:
                var surplus = charge.Confirm(attempt, news.Amount, news.Method ?? PaymentMethod.Card, Now);
                await purses.GiveCreditAsync(charge.ClinicId, surplus, charge.Id, cancel);
                break;
            case CheckoutStatus.Ended when attempt == charge.UnderWay:
                charge.Lapse(attempt, Now);
                break;
            case CheckoutStatus.ChargedBack when attempt.State == AttemptState.Paid && charge.State is ChargeState.Paid or ChargeState.PartlyRefunded:
                charge.ChargeBack(Now);
                break;
        }
    }
}
