using Percurso.Cases.Contracts;
using Percurso.Cases.Domain;
using Percurso.Cases.Mail;
using Percurso.Cases.Spine;
using Percurso.Clinics.Contracts;
using Percurso.Kernel.Events;

namespace Percurso.Cases.Reactions;

/// <summary>To the side that has the turn now; nobody when it has passed on meanwhile. A hold has a letter of its own.</summary>
sealed class TellWhoseTurnItIs(Tell tell, IClinicPeople clinics, Walk walk) : IHandle<TurnChanged>
{
    public async Task HandleAsync(TurnChanged fact, CancellationToken cancel)
    {
        var one = await tell.CaseAsync(fact.CaseId, cancel);
        if (one.StepKey != fact.Step || one.Turn != fact.Turn || !SameMoment(one.TurnSince, fact.Since)) return;

        if (one.Current is { State: StepState.Open } here && walk.KindOf(here.Kind) is { } kind && await kind.TellsAsync(one.Id, here.Key, cancel)) return;

        var pathway = await tell.PathwayAsync(one, cancel);
        var step = pathway.Step(one.StepKey);
        if (one.Turn == Turn.Company)
        {
            var letter = new CompanysTurnLetter(tell.Named(one), await clinics.NameOfAsync(one.ClinicId, cancel) ?? "", step.Title, one.State == CaseState.Answered);
            await tell.ThatAsync(News.Turn, one, letter, await tell.CompanysSideAsync(one, cancel), cancel);
        }
        else if (one is { Turn: Turn.Dentist, State: CaseState.Walking })
        {
            var done = one.Steps.Where(other => other.State == StepState.Done).MaxBy(other => other.DoneAt);
            var letter = new YourTurnLetter(
                tell.Named(one, $"/passos/{one.StepKey}"), done is null ? null : pathway.Step(done.Key).Title, step, one.PromisedOn ?? one.FindStep(one.StepKey)!.LatestOn);
            await tell.ThatAsync(News.Turn, one, letter, await tell.DentistsSideAsync(one, cancel), cancel);
        }
    }

    /// <summary>The database keeps microseconds.</summary>
    static bool SameMoment(DateTime stored, DateTime told) => (stored - told).Duration() < TimeSpan.FromMilliseconds(1);
}
