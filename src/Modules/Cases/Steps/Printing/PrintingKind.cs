using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Contracts;
using Percurso.Cases.Data;
using Percurso.Kernel.Localization;

namespace Percurso.Cases.Steps.Printing;

/// <summary>
/// The step in which what was approved is printed and sent, or the dentist says that they print it themselves. What it keeps stays when the step closes and opens again.
/// </summary>
sealed class PrintingKind(CasesDb db) : IStepKind
{
    public const string KindName = "production";

    public string Name => KindName;

    public string PathOf(Guid caseId, string step) => $"/casos/{caseId}/passos/{step}/impressao";

    public string Sentence(Turn turn, Words T) => turn == Turn.Company
        ? T["Cuidamos da impressão dos guias"].Value
        : T["Peça a impressão dos guias, ou diga se chegaram"].Value;

    public async Task<Opening> OpenAsync(StepToOpen step, CancellationToken cancel)
    {
        var printing = await db.Printings.SingleOrDefaultAsync(one => one.CaseId == step.Case.Id && one.Step == step.Step, cancel);
        if (printing is null) db.Add(new CasePrinting(step.Case.Id, step.Step));
        await db.SaveChangesAsync(cancel);
        return Opening.For(printing?.Turn is Turn.Company ? Turn.Company : Turn.Dentist);
    }

    /// <summary>From the first order what was approved is fixed; one that was withdrawn before it was paid holds nothing.</summary>
    public Task<bool> HasBegunAsync(Guid caseId, string step, CancellationToken cancel) =>
        db.Printings.AnyAsync(one => one.CaseId == caseId && one.Step == step && one.State != PrintingState.Choosing, cancel);

    /// <summary>Production is told of orders, and the dentist of the parcel, in letters of their own.</summary>
    public Task<bool> TellsAsync(Guid caseId, string step, CancellationToken cancel) =>
        db.Printings.AnyAsync(one => one.CaseId == caseId && one.Step == step && (one.State == PrintingState.Making || one.State == PrintingState.Sent), cancel);
}
