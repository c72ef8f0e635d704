using Microsoft.EntityFrameworkCore;

using Percurso.Kernel;
using Percurso.Payments.Charging;
using Percurso.Payments.Contracts;
using Percurso.Payments.Data;
using Percurso.Payments.Domain;

namespace Percurso.Payments.Pages.Payments;

/// <summary>What a checkout shows.</summary>
/// <param name="Charge">The charge with its attempts.</param>
/// <param name="Credit">What the clinic could still use.</param>
/// <param name="Missing">What must be filled in before paying.</param>
/// <param name="IsPossible">Whether a gateway is there.</param>
sealed record CheckoutView(Charge Charge, Money Credit, IReadOnlyList<MissingBeforePaying> Missing, bool IsPossible)
{
    public bool HasReturned { get; init; }

    /// <summary>The page to come back to; null for the charge's own.</summary>
    public string? Back { get; init; }

    /// <summary>How the last attempt ended, when it is worth a word.</summary>
    public Attempt? Last => Charge.Attempts.Count > 0 ? Charge.Attempts[^1] : null;

    public static async Task<CheckoutView?> OfAsync(Guid charge, Guid reader, PaymentsDb db, Purses purses, BeginPayment begin, CancellationToken cancel)
    {
        if (await db.Whole.AsNoTracking().SingleOrDefaultAsync(one => one.Id == charge, cancel) is not { } found) return null;

        return new(
            found,
            found.State == ChargeState.Open ? await purses.CreditOfAsync(found.ClinicId, cancel) : Money.Zero,
            found.State is ChargeState.Open ? await begin.MissingAsync(found.ClinicId, reader, cancel) : [],
            begin.IsPossible);
    }
}
