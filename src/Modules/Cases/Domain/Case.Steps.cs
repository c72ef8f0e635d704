using Percurso.Cases.Contracts;
using Percurso.Kernel;

namespace Percurso.Cases.Domain;

/// <summary>How a case walks: its steps open, pass between the sides, are done, open again.</summary>
sealed partial class Case
{
    /// <summary>Whether every step is done.</summary>
    public bool IsThrough => steps.TrueForAll(step => step.State == StepState.Done);

    /// <summary>Where it stands.</summary>
    public CaseStep Current => Steps.FirstOrDefault(step => step.State == StepState.Open) ?? Steps.FirstOrDefault(step => step.State != StepState.Done) ?? Steps[^1];

    /// <summary>The step in which files are sent; null on a pathway without one.</summary>
    public CaseStep? IntakeStep => Steps.FirstOrDefault(step => step.Kind == Percurso.Cases.Steps.Intake.IntakeKind.KindName && step.State != StepState.Locked);

    public CaseStep? FindStep(string key) => steps.Find(step => step.Key == key);

    /// <summary>Whether all that must be done before a step is.</summary>
    public bool IsFree(CaseStep step) => step.Needs.TrueForAll(need => FindStep(need)?.State == StepState.Done);

    /// <summary>Whether a step that needs this one, or one that needs such a one, is done.</summary>
    public bool HasGoneOnAfter(CaseStep step) => steps.Exists(later => later.State == StepState.Done && Depends(later, step.Key));

    /// <summary>The steps that could open now, if their kinds are there.</summary>
    public IReadOnlyList<CaseStep> Waiting => State == CaseState.Cancelled ? [] : [.. Steps.Where(step => step.State == StepState.Locked && IsFree(step))];

    public void Unlock(string key, Turn turn, DateTime now)
    {
        var step = Known(key);
        var to = Do(step, StepMove.Unlock);
        step.Unlock(to, turn, now);
        Happen(Happening.StepUnlocked, Party.Site, null, now, key, nameof(StepState.Locked), to.ToString(), turn: turn);
        Settle(now);
        Changed();
    }

    /// <param name="key">An open step.</param>
    /// <param name="turn">Whose turn it is from now on; the same as before changes nothing.</param>
    /// <param name="words">For the timeline.</param>
    /// <param name="by">Who passes it.</param>
    /// <param name="now">UTC.</param>
    public void Pass(string key, Turn turn, string? words, Guid? by, DateTime now)
    {
        var step = Known(key);
        var to = Do(step, StepMove.Pass);
        if (step.Turn == turn) return;

        var from = step.Turn;
        step.Pass(to, turn, now);
        Happen(Happening.TurnPassed, from == Turn.Dentist ? Party.Dentist : Party.Company, by, now, key, from.ToString(), turn.ToString(), words, turn);
        Settle(now);
        Changed();
    }

    public void Finish(string key, object evidence, Guid? by, DateTime now, string? words = null)
    {
        var step = Known(key);
        var (to, who) = (Do(step, StepMove.Finish), Side(step.Turn, by));
        step.Finish(to, evidence, by, now);
        Happen(Happening.StepDone, who, by, now, key, nameof(StepState.Open), to.ToString(), words);
        Record(new StepDone(Id, key));
        if (IsThrough) End(now);
        Settle(now);
        Changed();
    }

    /// <summary>Those that needed it and are open close again: their kinds keep what they have.</summary>
    public void Reopen(string key, Turn turn, string words, Guid? by, DateTime now, bool byDentist = false)
    {
        var step = Known(key);
        var to = Do(step, StepMove.Reopen);
        if (State == CaseState.Finished) Move(CaseMove.Reopen, Party.Site, null, now, Happening.Reopened);
        step.Reopen(to, turn, now);
        Happen(Happening.StepReopened, by is null ? Party.Site : byDentist ? Party.Dentist : Party.Company, by, now, key, nameof(StepState.Done), to.ToString(), words, turn);
        foreach (var later in Steps.Where(one => one.State == StepState.Open && !IsFree(one)))
        {
            later.Lock(Do(later, StepMove.Close));
            Happen(Happening.StepLocked, Party.Site, null, now, later.Key, nameof(StepState.Open), nameof(StepState.Locked));
        }

        Record(new StepReopened(Id, key));
        Settle(now);
        Changed();
    }

    void End(DateTime now)
    {
        Move(CaseMove.Finish, Party.Site, null, now, Happening.Finished);
        (HeldAt, PausedUntil) = (null, null);
        Record(new CaseFinished(Id));
    }

    /// <summary>Finds out where the case stands and whose turn it is, and tells it when that has changed.</summary>
    void Settle(DateTime now)
    {
        var current = Current;
        var turn = State switch
        {
            CaseState.OnHold or CaseState.Paused => Turn.Dentist,
            CaseState.Answered => Turn.Company,
            CaseState.Cancelled or CaseState.Finished => Turn.Nobody,
            _ => current.State == StepState.Open ? current.Turn : Turn.Company,
        };
        if (turn == Turn.Nobody) (LookOn, PromisedOn) = (null, null);
        if ((current.Key, turn) == (StepKey, Turn)) return;

        (StepKey, Turn, TurnSince, Reminded) = (current.Key, turn, now, 0);
        Record(new TurnChanged(Id, StepKey, Turn, now));
    }

    static Party Side(Turn turn, Guid? by) => by is null ? Party.Site : turn == Turn.Company ? Party.Company : Party.Dentist;

    bool Depends(CaseStep step, string key) => step.Needs.Contains(key) || step.Needs.Exists(need => FindStep(need) is { } before && Depends(before, key));

    StepState Do(CaseStep step, StepMove move) => StepFlow.Table.Do(step.State, Party.Site, move, new(this, step));

    CaseStep Known(string key) => FindStep(key) ?? throw new RuleBrokenException("Este passo não faz parte do percurso deste caso.");
}
