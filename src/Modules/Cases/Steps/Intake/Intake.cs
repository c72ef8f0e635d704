using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Contracts;
using Percurso.Cases.Data;
using Percurso.Cases.Domain;
using Percurso.Kernel;
using Percurso.Kernel.Data;

namespace Percurso.Cases.Steps.Intake;

/// <summary>What follows for the step when an item moves.</summary>
sealed class Intake(CasesDb db, IntakeList list, ICaseSteps steps, TimeProvider clock)
{
    DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Somebody does something to one item, and the step follows, in one transaction.</summary>
    /// <param name="one">The case, with its steps.</param>
    /// <param name="slot">Which item.</param>
    /// <param name="verb">What is done, and the time.</param>
    /// <param name="by">Who; null for the site.</param>
    /// <param name="cancel">Stops before anything is saved.</param>
    /// <returns>False where the case has no such item.</returns>
    public async Task<bool> ActAsync(Case one, CaseStep step, string slot, Action<IntakeItem, DateTime> verb, Guid? by, CancellationToken cancel)
    {
        if (one.State == CaseState.Cancelled) throw new RuleBrokenException("Este caso foi cancelado e não anda mais.");

        using var together = Together.Begin();
        var items = await list.ItemsAsync(one.Id, step.Key, cancel);
        if (items.Find(item => item.Slot == slot) is not { } item) return false;

        verb(item, Now);
        await db.SaveChangesAsync(cancel);
        await FollowAsync(one, step, items, by, cancel);
        together.Complete();
        return true;
    }

    /// <summary>Something that can be planned with has come for an item: a file, or the sheet filled on screen.</summary>
    public async Task ArriveAsync(Guid caseId, string slot, CancellationToken cancel)
    {
        var one = await db.Whole.SingleAsync(row => row.Id == caseId, cancel);
        if (one.State == CaseState.Cancelled || one.IntakeStep is not { } step) return;

        await ActAsync(one, step, slot, (item, now) =>
        {
            if (step.State == StepState.Done && item.State is ItemState.In or ItemState.Accepted) db.Record(new FileReplaced(one.Id, slot));
            item.Arrive(now);
        }, null, cancel);
    }

    /// <summary>The items were weighed anew: the step may be done, or the turn another's.</summary>
    public async Task FollowAsync(Case one, CaseStep step, CancellationToken cancel) => await FollowAsync(one, step, await list.ItemsAsync(one.Id, step.Key, cancel), null, cancel);

    async Task FollowAsync(Case one, CaseStep step, List<IntakeItem> items, Guid? by, CancellationToken cancel)
    {
        var isSettled = items.TrueForAll(item => item.IsSettled);
        if (step.State == StepState.Open && isSettled)
            await steps.DoneAsync(one.Id, step.Key, new { Items = items.ToDictionary(item => item.Slot, item => item.State.ToString()) }, by, cancel);
        else if (step.State == StepState.Open)
            await steps.PassAsync(one.Id, step.Key, items.TrueForAll(item => item.IsOnItsWay) ? Turn.Company : Turn.Dentist, null, by, cancel);
        else if (step.State == StepState.Done && !isSettled)
            await steps.ReopenAsync(one.Id, step.Key, Turn.Dentist, Why(items), by, cancel);
    }

    /// <summary>For the history, which both sides read: how many, and nothing of health.</summary>
    static string Why(List<IntakeItem> items) => items.Count(item => !item.IsSettled) is var open and > 1 ? $"{open} itens a enviar de novo" : "Um item a enviar de novo";
}
