using Percurso.Cases.Contracts;
using Percurso.Cases.Domain;
using Percurso.Cases.Mail;
using Percurso.Kernel.Events;

namespace Percurso.Cases.Reactions;

/// <summary>That a step is done. When the next one is theirs too, the letter about their turn says both.</summary>
sealed class TellTheDentist(Tell tell) : IHandle<StepDone>
{
    public async Task HandleAsync(StepDone fact, CancellationToken cancel)
    {
        var one = await tell.CaseAsync(fact.CaseId, cancel);
        if (one.FindStep(fact.Step)?.State != StepState.Done || one.State is CaseState.Cancelled || one.Turn == Turn.Dentist) return;

        var pathway = await tell.PathwayAsync(one, cancel);
        var letter = new StepDoneLetter(
            tell.Named(one), pathway.Step(fact.Step).Title, one.State == CaseState.Finished ? null : pathway.Step(one.StepKey), one.PromisedOn);
        await tell.ThatAsync(News.Done, one, letter, await tell.DentistsSideAsync(one, cancel), cancel);
    }
}
