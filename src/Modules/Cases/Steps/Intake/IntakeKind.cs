using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Contracts;
using Percurso.Cases.Data;
using Percurso.Cases.Steps.Guidance;
using Percurso.Kernel.Localization;

namespace Percurso.Cases.Steps.Intake;

/// <summary>
/// The step in which the dentist sends what the company needs, an item at a time. It is done when all required items are in, and only then; the
/// company then accepts them, or returns one, and the step is open again.
/// </summary>
sealed class IntakeKind(IntakeList list, CasesDb db, TimeProvider clock) : IStepKind
{
    public const string KindName = "intake";

    public string Name => KindName;

    public string PathOf(Guid caseId, string step) => $"/casos/{caseId}/passos/{step}/arquivos";

    public string Sentence(Turn turn, Words T) => turn == Turn.Company
        ? T["Esperamos o modelo que você enviou"].Value
        : T["Envie os arquivos que faltam"].Value;

    public async Task<Opening> OpenAsync(StepToOpen step, CancellationToken cancel)
    {
        await list.ListAsync(step.Case.Id, step.Step, step.Case.Prescription, cancel);
        if (await list.SheetAsync(step.Case.Id, cancel) is not null && (await list.ItemsAsync(step.Case.Id, step.Step, cancel)).Find(item => item.Slot == ClinicalSheet.Slot) is { State: ItemState.Missing } item)
        {
            item.Arrive(clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync(cancel);
        }

        return step.Case.RemakeOf is { } first ? await ReferAsync(first, step, cancel) : Opening.For(Turn.Dentist);
    }

    /// <summary>A remake is planned from the files of the first case; either side may still ask for another.</summary>
    async Task<Opening> ReferAsync(Guid first, StepToOpen step, CancellationToken cancel)
    {
        var number = await db.Cases.Where(one => one.Id == first).Select(one => one.Number).SingleAsync(cancel);
        foreach (var item in (await list.ItemsAsync(step.Case.Id, step.Step, cancel)).Where(item => item.State == ItemState.Missing)) item.Refer(number, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancel);
        return Opening.Done(new { RemakeOf = first });
    }
}
