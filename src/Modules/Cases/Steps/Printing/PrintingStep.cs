using Percurso.Cases.Contracts;
using Percurso.Cases.Data;
using Percurso.Cases.Domain;
using Percurso.Kernel.Events;

namespace Percurso.Cases.Steps.Printing;

/// <summary>Production has a new order.</summary>
[FactName("cases.guides-ordered")]
sealed record GuidesOrdered(Guid CaseId, string Step) : IFact;

/// <summary>Saves a printing, and lets the step of the case follow: done, open again, or the other side's turn.</summary>
sealed class PrintingStep(CasesDb db, ICaseSteps steps)
{
    /// <param name="one">The case, with its steps.</param>
    /// <param name="printing">As it is now.</param>
    /// <param name="by">Who did it; empty for the site.</param>
    /// <param name="reason">For the history, where the step opens again.</param>
    /// <param name="byDentist">Whether whoever did it is of the dentist's side.</param>
    /// <param name="cancel">Stops before anything is saved.</param>
    public async Task SaveAsync(Case one, CasePrinting printing, Guid by, string? reason, bool byDentist, CancellationToken cancel)
    {
        await db.StandStillAsync(one, cancel);
        await db.SaveChangesAsync(cancel);
        var who = by == Guid.Empty ? (Guid?)null : by;
        var isDone = one.FindStep(printing.Step) is { State: StepState.Done };
        if (printing.IsDone && !isDone)
            await steps.DoneAsync(one.Id, printing.Step, new { State = printing.State.ToString(), Order = printing.OrderId, Version = printing.Wish?.OfVersion, printing.Wish?.Hash }, who, cancel);
        else if (!printing.IsDone && isDone)
            await steps.ReopenAsync(one.Id, printing.Step, printing.Turn, reason ?? "O pedido de impressão foi retomado", who, cancel, byDentist);
        else if (!printing.IsDone)
            await steps.PassAsync(one.Id, printing.Step, printing.Turn, reason, who, cancel);
    }
}
