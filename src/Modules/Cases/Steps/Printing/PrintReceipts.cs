using Percurso.Cases.Contracts;
using Percurso.Cases.Domain;
using Percurso.Cases.Spine;
using Percurso.Kernel;
using Percurso.Kernel.Data;
using Percurso.Production.Contracts;
using Percurso.Shipping.Contracts;

namespace Percurso.Cases.Steps.Printing;

/// <summary>What follows once guides were sent: they are received, or something is wrong, is answered, made again, planned again.</summary>
sealed class PrintReceipts(ApprovedParts parts, PrintDesk desk, PrintMoney money, IDeliveries deliveries, IPrintOrders orders, PrintingStep steps, RemakeCases remakes, TimeProvider clock)
{
    DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task SentAsync(Case one, CasePrinting printing, Guid by, CancellationToken cancel)
    {
        using var together = Together.Begin();
        printing.Send(new(printing, by, Now));
        await steps.SaveAsync(one, printing, by, null, byDentist: false, cancel);
        together.Complete();
    }

    public async Task ConfirmAsync(Case one, CasePrinting printing, Guid by, CancellationToken cancel)
    {
        using var together = Together.Begin();
        printing.Confirm(new(printing, by, Now));
        await orders.ConfirmAsync(printing.OrderId!.Value, by, cancel);
        await steps.SaveAsync(one, printing, by, null, byDentist: true, cancel);
        together.Complete();
    }

    public async Task ComplainAsync(Case one, CasePrinting printing, RemakeCause? cause, string? words, Guid by, CancellationToken cancel)
    {
        using var together = Together.Begin();
        printing.Complain(new(printing, by, Now) { Cause = cause, Words = words });
        await orders.ComplainAsync(printing.OrderId!.Value, words!, by, cancel);
        await steps.SaveAsync(one, printing, by, "Algo está errado com o que foi enviado", byDentist: true, cancel);
        together.Complete();
    }

    public async Task AnswerAsync(Case one, CasePrinting printing, string? words, Guid by, CancellationToken cancel)
    {
        var act = new PrintingAct(printing, by, Now) { Words = words, IsPaid = printing.State == PrintingState.Unpaid && await money.IsPaidAsync(printing, cancel) };
        using var together = Together.Begin();
        PrintingFlow.Table.Do(printing.State, PrintingRole.Company, PrintingMove.Answer, act);
        await money.DropAsync(printing, by, cancel);
        printing.Answer(act);
        await steps.SaveAsync(one, printing, by, null, byDentist: false, cancel);
        together.Complete();
    }

    /// <summary>The same version once more: production gets another order, at once or when the dentist has paid.</summary>
    public async Task RemakeAsync(Case one, CasePrinting printing, RemakeCause? cause, RemakePayer? payer, string? words, Guid by, CancellationToken cancel)
    {
        var isWhole = await parts.AreWholeAsync(one, await desk.PlanAsync(one, printing.Step, cancel), cancel);
        var act = new PrintingAct(printing, by, Now) { Cause = cause ?? printing.Cause, Payer = payer, Words = words, IsWhole = isWhole };
        PrintingFlow.Table.Do(printing.State, PrintingRole.Company, PrintingMove.Remake, act);
        var owed = payer == RemakePayer.Dentist ? await money.AgainAsync(one, printing.Wish!, await deliveries.FindAsync(Payment.Order.Purpose, one.Id, cancel), cancel) : [];
        using var together = Together.Begin();
        if (printing.State != PrintingState.Troubled) await orders.ComplainAsync(printing.OrderId!.Value, words ?? "Refeito pela empresa", by, cancel);
        printing.Remake(act);
        if (owed.Count > 0) printing.Owe(await money.ChargeAsync(one, printing, owed, one.DentistId, cancel));

        await steps.SaveAsync(one, printing, by, "O guia será refeito", byDentist: false, cancel);
        if (payer != RemakePayer.Dentist) await desk.BeginAsync(one, printing, by, cancel);
        together.Complete();
    }

    /// <summary>Another plan is needed: a case linked to this one is opened, and this step ends.</summary>
    public async Task<Case> ReplanAsync(Case one, CasePrinting printing, RemakeCause? cause, RemakePayer? payer, string? words, Guid by, CancellationToken cancel)
    {
        using var together = Together.Begin();
        printing.Replan(new(printing, by, Now) { Cause = cause ?? printing.Cause, Payer = payer, Words = words });
        var opened = await remakes.OpenAsync(one, payer!.Value, by, cancel);
        await steps.SaveAsync(one, printing, by, null, byDentist: false, cancel);
        together.Complete();
        return opened;
    }
}
