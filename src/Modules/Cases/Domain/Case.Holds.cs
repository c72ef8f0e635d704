using Percurso.Cases.Contracts;
using Percurso.Kernel;

namespace Percurso.Cases.Domain;

/// <summary>How a case stands still, goes on, and is cancelled.</summary>
sealed partial class Case
{
    /// <summary>How long a dentist's pause lasts at most: then it ends by itself.</summary>
    public const int LongestPauseInDays = 45;

    /// <summary>Since when the clock stands; null while it runs.</summary>
    public DateTime? HeldAt { get; private set; }

    /// <summary>Why: the company's reason on hold, the dentist's on a pause, either's on a cancelled case.</summary>
    public string? Reason { get; private set; }

    /// <summary>Who put it on hold, and so looks at the answer.</summary>
    public Guid? HeldBy { get; private set; }

    /// <summary>The dentist's answer to a hold.</summary>
    public string? Answer { get; private set; }

    /// <summary>The day on which a pause ends by itself.</summary>
    public DateOnly? PausedUntil { get; private set; }

    public bool ClockStands => HeldAt is not null;

    /// <summary>Finished or cancelled: it can be read for ever, and nothing more is done on it.</summary>
    public bool HasEnded => State is CaseState.Cancelled or CaseState.Finished;

    /// <summary>Work stops: the dentist has something to do first, and the reason says what.</summary>
    public void Hold(string reason, Guid by, DateTime now)
    {
        Move(CaseMove.Hold, Party.Company, by, now, Happening.Held, reason);
        (Reason, HeldBy, HeldAt, Answer) = (reason, by, HeldAt ?? now, null);
        Record(new CaseHeld(Id));
        Settle(now);
        Changed();
    }

    public void AnswerHold(string answer, Guid by, DateTime now)
    {
        Move(CaseMove.Answer, Party.Dentist, by, now, Happening.Answered, answer);
        Answer = answer;
        Settle(now);
        Changed();
    }

    /// <param name="workingDays">For which the clock stood.</param>
    /// <param name="by">Of the company.</param>
    /// <param name="now">UTC.</param>
    public void Release(int workingDays, Guid by, DateTime now) => GoOn(CaseMove.Release, Party.Company, workingDays, by, now, Happening.Released);

    public void Pause(string reason, DateOnly until, DateOnly today, Guid by, DateTime now)
    {
        if (until <= today) throw new RuleBrokenException("Escolha um dia a partir de amanhã para o fim da pausa.");
        if (until > today.AddDays(LongestPauseInDays)) throw new RuleBrokenException("Uma pausa dura até 45 dias. Escolha um dia mais próximo; depois você pode pausar de novo.");

        Move(CaseMove.Pause, Party.Dentist, by, now, Happening.Paused, reason);
        (Reason, PausedUntil, HeldAt) = (reason, until, now);
        Settle(now);
        Changed();
    }

    /// <param name="workingDays">For which the clock stood.</param>
    /// <param name="by">Null when the pause ended by itself.</param>
    /// <param name="now">UTC.</param>
    public void Resume(int workingDays, Guid? by, DateTime now) =>
        GoOn(CaseMove.Resume, by is null ? Party.Site : Party.Dentist, workingDays, by, now, Happening.Resumed);

    /// <param name="reason">Anybody may read it.</param>
    /// <param name="outcome">What becomes of the money, by the pathway's table for the step where it stands.</param>
    /// <param name="who">Dentist or company.</param>
    /// <param name="by">The person.</param>
    /// <param name="now">UTC.</param>
    public void Cancel(string reason, CancelOutcome outcome, Party who, Guid by, DateTime now)
    {
        Move(CaseMove.Cancel, who, by, now, Happening.Cancelled, reason);
        var step = StepKey;
        (Reason, HeldAt, PausedUntil) = (reason, null, null);
        Record(new CaseCancelled(Id, step, outcome, who == Party.Company));
        foreach (var one in steps) (one.PromisedOn, one.LatestOn) = (null, null);
        Settle(now);
        Changed();
    }

    /// <summary>The one whose turn it is was reminded, once more.</summary>
    public void Remind()
    {
        Reminded++;
        Changed();
    }

    void GoOn(CaseMove move, Party who, int workingDays, Guid? by, DateTime now, Happening what)
    {
        Move(move, who, by, now, what);
        foreach (var step in steps.Where(one => one.State == StepState.Open)) step.StoodStill(workingDays);
        if (FirstReadyOn is not null) StoodDays += workingDays;
        (HeldAt, PausedUntil, Reason, Answer, HeldBy) = (null, null, null, null, null);
        Record(new CaseResumed(Id));
        Settle(now);
        Changed();
    }

    void Move(CaseMove move, Party who, Guid? by, DateTime now, Happening what, string? words = null)
    {
        var (from, to) = (State, CaseFlow.Table.Do(State, who, move, this));
        State = to;
        Happen(what, who, by, now, null, from.ToString(), to.ToString(), words);
    }
}
