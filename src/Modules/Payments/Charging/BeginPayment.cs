using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Contracts;
using Percurso.Kernel;
using Percurso.Kernel.Data;
using Percurso.Kernel.Web;
using Percurso.Payments.Contracts;
using Percurso.Payments.Data;
using Percurso.Payments.Domain;
using Percurso.Payments.Gateways;

namespace Percurso.Payments.Charging;

/// <summary>
/// Takes a payer to the gateway. The attempt is saved before the gateway is called, and the gateway knows it by its id: two tabs,
/// two clicks or a lost answer lead to one checkout.
/// </summary>
sealed class BeginPayment(PaymentsDb db, IEnumerable<IGateway> gateways, IEnumerable<IBeforePaying> needs, IFindPeople people, PublicUrl url, TimeProvider clock)
{
    DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Whether payments can be taken here at all.</summary>
    public bool IsPossible => gateways.Any();

    /// <returns>Where the payer goes on: the gateway's checkout.</returns>
    /// <exception cref="RuleBrokenException">It cannot be paid now, or something is missing.</exception>
    public async Task<string> GoAsync(Guid charge, Guid account, CancellationToken cancel)
    {
        var attempt = await TakeAsync(charge, account, cancel);
        if (attempt.Address is { } known) return known;

        var gateway = gateways.First(one => one.Name == attempt.Gateway);
        var opened = await gateway.OpenAsync(await OrderAsync(charge, attempt, account, cancel), cancel);
        await KeepAsync(charge, attempt.Id, opened, cancel);
        return opened.Address;
    }

    /// <summary>Nothing remains to be paid in money.</summary>
    public async Task SettleAsync(Guid charge, Guid account, CancellationToken cancel)
    {
        var found = await db.Whole.SingleAsync(one => one.Id == charge, cancel);
        await DemandNothingMissingAsync(found.ClinicId, account, cancel);
        found.Settle(account, Now);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>What is missing before this person may pay for this clinic.</summary>
    public async Task<IReadOnlyList<MissingBeforePaying>> MissingAsync(Guid clinic, Guid payer, CancellationToken cancel)
    {
        var missing = new List<MissingBeforePaying>();
        foreach (var need in needs)
            if (await need.MissingAsync(clinic, payer, cancel) is { } one) missing.Add(one);
        return missing;
    }

    async Task DemandNothingMissingAsync(Guid clinic, Guid payer, CancellationToken cancel)
    {
        if ((await MissingAsync(clinic, payer, cancel)).Count > 0) throw new RuleBrokenException("Antes de pagar, complete os dados que faltam.");
    }

    /// <summary>The attempt under way, or a new one, saved. Of two at once the second finds the first's.</summary>
    async Task<Attempt> TakeAsync(Guid charge, Guid account, CancellationToken cancel)
    {
        for (var again = false; ; again = true)
            try
            {
                db.ChangeTracker.Clear();
                var found = await db.Whole.SingleAsync(one => one.Id == charge, cancel);
                await DemandNothingMissingAsync(found.ClinicId, account, cancel);
                var gateway = gateways.FirstOrDefault() ?? throw new RuleBrokenException("Este site ainda não recebe pagamentos. Fale com a empresa.");
                var attempt = found.Begin(gateway.Name, account, Now);
                await db.SaveChangesAsync(cancel);
                return attempt;
            }
            catch (DbUpdateConcurrencyException) when (!again)
            {
            }
    }

    async Task<CheckoutOrder> OrderAsync(Guid charge, Attempt attempt, Guid account, CancellationToken cancel)
    {
        var found = await db.Whole.AsNoTracking().SingleAsync(one => one.Id == charge, cancel);
        var payer = (await people.ByIdAsync([account], cancel))[account];
        return new(
            attempt.Id, attempt.Amount, found.Title, payer.Name, payer.Email,
            url.To($"/pagamentos/{charge}?voltou=sim"), url.To(Notices.Path), found.PayBy,
            [.. found.Attempts.Where(one => one.Id != attempt.Id && one.State == AttemptState.Lapsed && one.Session is not null).Select(one => one.Session!)]);
    }

    async Task KeepAsync(Guid charge, Guid attempt, OpenedCheckout opened, CancellationToken cancel)
    {
        for (var tries = 1; ; tries++)
            try
            {
                db.ChangeTracker.Clear();
                using var together = Together.Begin();
                var found = await db.Whole.SingleAsync(one => one.Id == charge, cancel);
                if (found.Attempts.First(one => one.Id == attempt) is { Session: null } unanswered) found.Opened(unanswered, opened.Session, opened.Address);
                await db.SaveChangesAsync(cancel);
                await db.AskErrandAsync(ErrandKind.Ask, found.Attempts.First(one => one.Id == attempt).Gateway, opened.Session, Now.AddMinutes(1), cancel);
                together.Complete();
                return;
            }
            catch (DbUpdateConcurrencyException) when (tries < 5)
            {
            }
    }
}
