using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Contracts;
using Percurso.Cases.Data;
using Percurso.Cases.Mail;
using Percurso.Cases.Reactions;
using Percurso.Kernel.Events;
using Percurso.Payments.Contracts;
using Percurso.Production.Contracts;

namespace Percurso.Cases.Steps.Printing;

/// <summary>The difference was paid: production gets the order.</summary>
sealed class BeginWhenPaid(CasesDb db, PrintDesk desk) : IHandle<ChargePaid>
{
    public async Task HandleAsync(ChargePaid fact, CancellationToken cancel)
    {
        if (await db.WholePrintings.SingleOrDefaultAsync(row => row.ChargeId == fact.ChargeId && row.State == PrintingState.Unpaid, cancel) is not { } printing) return;

        var one = await db.Whole.SingleAsync(row => row.Id == printing.CaseId, cancel);
        if (one.State != CaseState.Cancelled) await desk.BeginAsync(one, printing, printing.Lines.Last(line => line.Move is PrintingMove.Order or PrintingMove.Remake).By, cancel);
    }
}

/// <summary>Production has handed the box to the carrier: it is the dentist's turn, who is told how to follow it.</summary>
sealed class GuidesAreSent(CasesDb db, PrintReceipts receipts, IPrintOrders orders, Tell tell) : IHandle<PrintSent>
{
    public async Task HandleAsync(PrintSent fact, CancellationToken cancel)
    {
        if (fact.Purpose != PrintingFiles.PurposeName || await db.WholePrintings.SingleOrDefaultAsync(row => row.Id == fact.SubjectId, cancel) is not { State: PrintingState.Making } printing) return;

        var one = await db.Whole.SingleAsync(row => row.Id == printing.CaseId, cancel);
        if (one.State == CaseState.Cancelled) return;

        var sent = (await orders.OfAsync(fact.Purpose, fact.SubjectId, cancel)).Single(order => order.Id == fact.OrderId);
        await receipts.SentAsync(one, printing, sent.MovedBy, cancel);
        var letter = new GuidesSentLetter(tell.Named(one, $"/passos/{printing.Step}/impressao"), sent.Carrier ?? "", sent.Tracking, [sent.To.Name, sent.To.FirstLine, sent.To.SecondLine]);
        await tell.ThatAsync(null, one, letter, await tell.DentistsSideAsync(one, cancel), cancel);
    }
}

/// <summary>An order came into the queue: to all who print.</summary>
sealed class TellProduction(CasesDb db, IPrintOrders orders, Tell tell) : IHandle<GuidesOrdered>
{
    public async Task HandleAsync(GuidesOrdered fact, CancellationToken cancel)
    {
        var printing = await db.Printings.AsNoTracking().SingleAsync(row => row.CaseId == fact.CaseId && row.Step == fact.Step, cancel);
        if (printing is not { State: PrintingState.Making, OrderId: { } id }) return;

        var one = await tell.CaseAsync(fact.CaseId, cancel);
        var order = (await orders.OfAsync(PrintingFiles.PurposeName, printing.Id, cancel)).Single(row => row.Id == id);
        var letter = new GuidesOrderedLetter(tell.At(one, $"/admin/producao/{id}"), order.DueOn, printing.IsRemake);
        await tell.ThatAsync(null, one, letter, await tell.WithAsync(ProductionPermissions.Work, cancel), cancel);
    }
}

/// <summary>Nothing more is printed for a case that was cancelled.</summary>
sealed class StopPrinting(CasesDb db, IPrintOrders orders) : IHandle<CaseCancelled>
{
    public async Task HandleAsync(CaseCancelled fact, CancellationToken cancel)
    {
        foreach (var printing in await db.Printings.AsNoTracking().Where(row => row.CaseId == fact.CaseId && row.OrderId != null).ToListAsync(cancel))
            await orders.CancelAsync(printing.OrderId!.Value, Guid.Empty, cancel);
    }
}
