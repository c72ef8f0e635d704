using Microsoft.EntityFrameworkCore;

using Percurso.Kernel;
using Percurso.Payments.Data;
using Percurso.Payments.Domain;

namespace Percurso.Payments.Charging;

/// <summary>
/// The purses that several people draw on at once: clinics' credit and sponsors' balances. Each movement is one statement of
/// the database, which refuses to overdraw. Call it inside <c>Together</c>.
/// </summary>
sealed class Purses(PaymentsDb db, TimeProvider clock)
{
    DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<Money> CreditOfAsync(Guid clinic, CancellationToken cancel) =>
        await db.Credits.Where(credit => credit.ClinicId == clinic).Select(credit => credit.Balance).SingleOrDefaultAsync(cancel);

    public async Task GiveCreditAsync(Guid clinic, Money amount, Guid charge, CancellationToken cancel)
    {
        if (amount.IsZero) return;

        await db.Database.ExecuteSqlAsync(
            $"""
            insert into payments.credit_account (clinic_id, balance) values ({clinic}, {amount.Cents})
            on conflict (clinic_id) do update set balance = payments.credit_account.balance + excluded.balance
            """, cancel);
        db.Add(new CreditEntry { ClinicId = clinic, Amount = amount, ChargeId = charge, At = Now });
    }

    /// <exception cref="RuleBrokenException">There is less.</exception>
    public async Task UseCreditAsync(Guid clinic, Money amount, Guid charge, CancellationToken cancel)
    {
        if (amount.IsZero) return;

        var used = await db.Database.ExecuteSqlAsync(
            $"update payments.credit_account set balance = balance - {amount.Cents} where clinic_id = {clinic} and balance >= {amount.Cents}", cancel);
        if (used == 0) throw new RuleBrokenException("O crédito do consultório já foi usado em outro pedido. Confira o que resta.");

        db.Add(new CreditEntry { ClinicId = clinic, Amount = Money.Zero - amount, ChargeId = charge, At = Now });
    }

    /// <param name="sponsor">Whose balance moves.</param>
    /// <param name="amount">Below nothing for a use.</param>
    /// <param name="note">What its page says of it; no patient's data.</param>
    /// <param name="charge">What it was for, if a charge.</param>
    /// <param name="by">Who of the staff, if anybody.</param>
    /// <param name="cancel">Stops.</param>
    /// <exception cref="RuleBrokenException">A use finds too little.</exception>
    public async Task MoveSponsorAsync(Guid sponsor, Money amount, string note, Guid? charge, Guid? by, CancellationToken cancel)
    {
        if (amount.IsZero) return;

        var moved = await db.Database.ExecuteSqlAsync(
            $"""
            update payments.sponsor set balance = balance + {amount.Cents}
            where id = {sponsor} and ({amount.Cents} > 0 or balance + "limit" + {amount.Cents} >= 0)
            """, cancel);
        if (moved == 0) throw new RuleBrokenException("O saldo de quem patrocina este cupom não basta. Fale com quem o enviou a você.");

        db.Add(new SponsorEntry { SponsorId = sponsor, Amount = amount, Note = note, ChargeId = charge, By = by, At = Now });
    }
}
