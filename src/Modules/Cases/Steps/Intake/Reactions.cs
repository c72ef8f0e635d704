using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Contracts;
using Percurso.Cases.Data;
using Percurso.Cases.Domain;
using Percurso.Files.Contracts;
using Percurso.Kernel.Events;

namespace Percurso.Cases.Steps.Intake;

/// <summary>A file that can be planned with has come: its item is in.</summary>
sealed class ItemArrives(CasesDb db, Intake intake) : IHandle<FileJudged>
{
    public async Task HandleAsync(FileJudged fact, CancellationToken cancel)
    {
        if (fact.Purpose != CaseFiles.CasePurpose || fact.State is not (FileState.Fine or FileState.RiskTaken)) return;

        var one = await db.Whole.SingleAsync(row => row.Id == fact.SubjectId, cancel);
        if (one.State == CaseState.Cancelled || one.IntakeStep is not { } step) return;

        await intake.ActAsync(one, step, fact.Slot, (item, now) =>
        {
            if (step.State == StepState.Done && item.State is ItemState.In or ItemState.Accepted) db.Record(new FileReplaced(one.Id, fact.Slot));
            item.Arrive(now);
        }, null, cancel);
    }
}

/// <summary>A file was taken out: where no other stands for its item, the item is missing again.</summary>
sealed class ItemIsLost(CasesDb db, Intake intake, IFiles files) : IHandle<FileQuarantined>, IHandle<FileWithdrawn>
{
    public Task HandleAsync(FileQuarantined fact, CancellationToken cancel) => LoseAsync(fact.Purpose, fact.SubjectId, fact.Slot, cancel);

    public Task HandleAsync(FileWithdrawn fact, CancellationToken cancel) => LoseAsync(fact.Purpose, fact.SubjectId, fact.Slot, cancel);

    async Task LoseAsync(string purpose, Guid subject, string slot, CancellationToken cancel)
    {
        if (purpose != CaseFiles.CasePurpose || (await files.OfAsync(purpose, subject, cancel)).Any(file => file.Slot == slot && file.Counts)) return;

        var one = await db.Whole.SingleAsync(row => row.Id == subject, cancel);
        if (one.State == CaseState.Cancelled || one.IntakeStep is not { } step) return;
        // The path has gone on: what was planned with the file is the company's to look at, and it has been told.
        if (step.State == StepState.Done && one.HasGoneOnAfter(step)) return;

        await intake.ActAsync(one, step, slot, (item, now) => item.Lose(now), null, cancel);
    }
}

/// <summary>What is asked for has changed, and with it perhaps what is needed.</summary>
sealed class ListItemsAnew(CasesDb db, IntakeList list) : IHandle<PrescriptionChanged>
{
    public async Task HandleAsync(PrescriptionChanged fact, CancellationToken cancel)
    {
        var one = await db.Whole.SingleAsync(row => row.Id == fact.CaseId, cancel);
        if (one.IntakeStep is { State: StepState.Open } step) await list.ListAsync(one.Id, step.Key, one.Prescription, cancel);
    }
}
