using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Contracts;
using Percurso.Kernel;
using Percurso.Kernel.Events;
using Percurso.Kernel.Mail;
using Percurso.Kernel.Web;
using Percurso.Payments.Contracts;
using Percurso.Payments.Data;
using Percurso.Payments.Domain;
using Percurso.Payments.Mail;

namespace Percurso.Payments.Reactions;

/// <summary>Tells whoever ordered that the payment was received.</summary>
sealed class SendReceipt(TellPayer tell) : IHandle<ChargePaid>
{
    public Task HandleAsync(ChargePaid fact, CancellationToken cancel) =>
        tell.SendAsync(fact.ChargeId, (charge, url) => new PaidLetter(charge.Title, charge.Total, url), cancel);
}

/// <summary>Tells that a boleto or Pix lapsed, and that there is still time.</summary>
sealed class TellOfLapse(TellPayer tell) : IHandle<PaymentLapsed>
{
    public Task HandleAsync(PaymentLapsed fact, CancellationToken cancel) =>
        tell.SendAsync(fact.ChargeId, (charge, url) => new LapsedLetter(charge.Title, charge.PayBy, url), cancel);
}

sealed class TellOfRefund(TellPayer tell) : IHandle<ChargeRefunded>
{
    public Task HandleAsync(ChargeRefunded fact, CancellationToken cancel) =>
        tell.SendAsync(fact.ChargeId, (charge, url) => new RefundedLetter(charge.Title, new(fact.Cents), url), cancel);
}

sealed class TellOfCredit(TellPayer tell) : IHandle<ChargeCredited>
{
    public Task HandleAsync(ChargeCredited fact, CancellationToken cancel) =>
        tell.SendAsync(fact.ChargeId, (charge, url) => new CreditedLetter(charge.Title, new Money(fact.Cents), url), cancel);
}

/// <summary>Writes a letter about a charge to whoever ordered it.</summary>
sealed class TellPayer(PaymentsDb db, IFindPeople people, IPost post, PublicUrl url)
{
    public async Task SendAsync<TLetter>(Guid charge, Func<Charge, string, TLetter> write, CancellationToken cancel) where TLetter : ILetter
    {
        var found = await db.Charges.AsNoTracking().SingleAsync(one => one.Id == charge, cancel);
        if (!(await people.ByIdAsync([found.PayerId], cancel)).TryGetValue(found.PayerId, out var payer)) return;

        await post.SendAsync(write(found, url.To($"/pagamentos/{charge}")), new(payer.Email, payer.Name, payer.Culture), cancel);
    }
}
