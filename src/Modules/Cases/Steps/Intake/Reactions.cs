using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Contracts;
using Percurso.Cases.Data;
using Percurso.Cases.Domain;
using Percurso.Cases.Steps.Guidance;
using Percurso.Files.Contracts;
using Percurso.Kernel.Events;

namespace Percurso.Cases.Steps.Intake;

/// <summary>A file that can be planned with has come: its item is in.</summary>
sealed class ItemArrives(Intake intake) : IHandle<FileJudged>
{
    public Task HandleAsync(FileJudged fact, CancellationToken cancel) =>
        fact is { Purpose: CaseFiles.CasePurpose, State: FileState.Fine or FileState.RiskTaken } ? intake.ArriveAsync(fact.SubjectId, fact.Slot, cancel) : Task.CompletedTask;
}

/// <summary>The clinical sheet was filled on screen: nobody needs to send it too.</summary>
sealed class SheetArrives(Intake intake) : IHandle<ClinicalSheetFilled>
{
    public Task HandleAsync(ClinicalSheetFilled fact, CancellationToken cancel) => intake.ArriveAsync(fact.CaseId, ClinicalSheet.Slot, cancel);
}

/// <summary>A file was taken out: where no other stands for its item, the item is missing again.</summary>
sealed class ItemIsLost(CasesDb db, Intake intake, IntakeList list, IFiles files) : IHandle<FileQuarantined>, IHandle<FileWithdrawn>
{
    public Task HandleAsync(FileQuarantined fact, CancellationToken cancel) => LoseAsync(fact.Purpose, fact.SubjectId, fact.Slot, cancel);

    public Task HandleAsync(FileWithdrawn fact, CancellationToken cancel) => LoseAsync(fact.Purpose, fact.SubjectId, fact.Slot, cancel);

    async Task LoseAsync(string purpose, Guid subject, string slot, CancellationToken cancel)
    {
        if (purpose != CaseFiles.CasePurpose || (await files.OfAsync(purpose, subject, cancel)).Any(file => file.Slot == slot && file.Counts)) return;

        if (slot == ClinicalSheet.Slot && await list.SheetAsync(subject, cancel) is not null) return;

        var one = await db.Whole.SingleAsync(row => row.Id == subject, cancel);
        if (one.State == CaseState.Cancelled || one.IntakeStep is not { } step) return;
        // The path has gone on: what was planned with the file is the company's to look at, and it has been told.
        if (step.State == StepState.Done && one.HasGoneOnAfter(step)) return;

        await intake.ActAsync(one, step, slot, (item, now) => item.Lose(now), null, cancel);
    }
}

/// <summary>What is asked for has changed, by the dentist for one case or by the company for all: what is needed may be another.</summary>
sealed class ListItemsAnew(CasesDb db, IntakeList list, Intake intake) : IHandle<PrescriptionChanged>, IHandle<SlotChanged>
{
    public async Task HandleAsync(PrescriptionChanged fact, CancellationToken cancel)
    {
        var one = await db.Whole.SingleAsync(row => row.Id == fact.CaseId, cancel);
        if (one.IntakeStep is not { State: StepState.Open } step) return;

        await list.ListAsync(one.Id, step.Key, one.Prescription, cancel);
        await intake.FollowAsync(one, step, cancel);
    }

    public async Task HandleAsync(SlotChanged fact, CancellationToken cancel)
    {
        var waiting = await db.Set<IntakeItem>().Where(item => item.Slot == fact.Slot && item.Need == Need.Required
            && db.Set<CaseStep>().Any(step => step.CaseId == item.CaseId && step.Key == item.Step && step.State == StepState.Open)).Select(item => item.CaseId).ToListAsync(cancel);
        foreach (var id in waiting)
        {
            var one = await db.Whole.SingleAsync(row => row.Id == id, cancel);
            if (one.HasEnded || one.IntakeStep is not { State: StepState.Open } step) continue;

            await list.EaseAsync(one.Id, step.Key, fact.Slot, one.Prescription, cancel);
            await intake.FollowAsync(one, step, cancel);
        }
    }
}
