using Percurso.Cases.Steps.Review;
using Percurso.Kernel;
using Percurso.Kernel.Data;
using Percurso.Scheduling.Contracts;

namespace Percurso.Cases.Steps.Meeting;

/// <summary>The meeting of one step of one case: what was proposed, the time that was booked, where, what was decided, or that it was waived. The time itself is Scheduling's.</summary>
sealed class CaseMeeting : Aggregate
{
    public const int WordsLength = 1000;
    public const int PlaceLength = 300;
    public const int DecisionLength = 500;
    public const int MostDecisions = 50;

    readonly List<MeetingLine> lines = [];
    readonly List<Waiver> waivers = [];

    CaseMeeting() { }

    public CaseMeeting(Guid caseId, string step) => (CaseId, Step) = (caseId, step);

    public Guid CaseId { get; private init; }
    public string Step { get; private init; } = "";
    public MeetingState State { get; private set; }

    /// <summary>The time that stands, in Scheduling; null while one is to be chosen.</summary>
    public Guid? BookingId { get; private set; }

    /// <summary>Who of the company is met.</summary>
    public Guid? HostId { get; private set; }

    /// <summary>UTC, as Scheduling has it.</summary>
    public DateTime? StartsAt { get; private set; }

    /// <inheritdoc cref="StartsAt" />
    public DateTime? EndsAt { get; private set; }

    /// <summary>The address of another service's room; null for our own.</summary>
    public string? Place { get; private set; }

    /// <summary>How often the address changed: to calendars each is a change of the meeting.</summary>
    public int Places { get; private set; }

    /// <summary>Times the company proposes. UTC; nothing keeps them free.</summary>
    public List<DateTime> Proposed { get; private set; } = [];

    /// <summary>What was decided, as the minutes say it now.</summary>
    public List<string> Decisions { get; private set; } = [];

    /// <summary>The beginning of which one was reminded the day before.</summary>
    public DateTime? DayReminded { get; private set; }

    /// <summary>The beginning of which one was reminded an hour before.</summary>
    public DateTime? HourReminded { get; private set; }
    public DateTime? ConfirmedAt { get; private set; }
    public Guid? ConfirmedBy { get; private set; }

    /// <summary>The waiver that stands; null without. Those that were taken back stay in the history.</summary>
    public Waiver? Waiver => State == MeetingState.Waived ? waivers.Where(one => one.TakenBackAt is null).MaxBy(one => one.At) : null;

    /// <summary>What happened to it, in order.</summary>
    public IReadOnlyList<MeetingLine> Lines => [.. lines.OrderBy(line => line.Number)];

    /// <summary>Rooms are somebody else's sites; nobody is led anywhere without encryption.</summary>
    public static bool IsPlace(string? address) =>
        address is { Length: <= PlaceLength } && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.Host.Contains('.') && uri.UserInfo.Length == 0;

    public void Propose(MeetingAct act, IReadOnlyCollection<DateTime> times)
    {
        Do(MeetingMove.Propose, MeetingRole.Planner, act with { Times = times.Count });
        Proposed = [.. times.Order()];
        Record(new MeetingProposed(CaseId, Step));
    }

    public void Decline(MeetingAct act)
    {
        Do(MeetingMove.Decline, MeetingRole.Dentist, act);
        Proposed = [];
    }

    public void Book(MeetingAct act, BookingView booking)
    {
        Do(MeetingMove.Book, MeetingRole.Dentist, act, booking.StartsAt);
        (BookingId, HostId) = (booking.Id, booking.HostId);
        (StartsAt, EndsAt, Proposed) = (booking.StartsAt, booking.EndsAt, []);
    }

    public void Move(MeetingAct act, BookingView booking)
    {
        Do(MeetingMove.Move, MeetingRole.Dentist, act, booking.StartsAt);
        (StartsAt, EndsAt) = (booking.StartsAt, booking.EndsAt);
    }

    public void Cancel(MeetingRole who, MeetingAct act)
    {
        Do(MeetingMove.Cancel, who, act, StartsAt);
        (BookingId, HostId, StartsAt, EndsAt, Place) = (null, null, null, null, null);
    }

    /// <summary>In another service's room, or back in ours.</summary>
    public void At(MeetingAct act)
    {
        Do(MeetingMove.Place, MeetingRole.Planner, act);
        (Place, Places) = (act.Address, Places + 1);
        Record(new MeetingPlaced(CaseId, Step));
    }

    /// <param name="act">By who was there for the company.</param>
    /// <param name="text">A decision a line.</param>
    public void Write(MeetingAct act, string? text)
    {
        var decisions = (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (decisions.Length > MostDecisions || decisions.Any(line => line.Length > DecisionLength))
            throw new RuleBrokenException("A ata tem até 50 decisões, cada uma com até 500 letras.") { Field = "Minutes.Text" };

        Do(MeetingMove.Write, MeetingRole.Planner, act with { Decisions = decisions.Length, Reason = string.Join('\n', decisions) }, StartsAt);
        (Decisions, Proposed) = ([.. decisions], []);
    }

    public void Confirm(MeetingAct act)
    {
        Do(MeetingMove.Confirm, MeetingRole.Dentist, act);
        (ConfirmedAt, ConfirmedBy) = (act.Now, act.By);
    }

    public void Dispute(MeetingAct act) => Do(MeetingMove.Dispute, MeetingRole.Dentist, act);

    /// <param name="act">By the responsible dentist, signed.</param>
    /// <param name="plan">What was approved before; null without.</param>
    public void Waive(MeetingAct act, PlanReview? plan)
    {
        Do(MeetingMove.Waive, MeetingRole.Dentist, act);
        waivers.Add(new(this, plan, act.Signed!, act.By, act.Now));
        Proposed = [];
        Record(new MeetingWaived(CaseId, Step, IsTakenBack: false));
    }

    public void TakeBack(MeetingAct act)
    {
        var taken = Waiver;
        Do(MeetingMove.TakeBack, MeetingRole.Dentist, act);
        if (taken is not null) taken.TakenBackAt = act.Now;
        Record(new MeetingWaived(CaseId, Step, IsTakenBack: true));
    }

    /// <summary>Which line of the history wrote the minutes as they are now; 0 before there are any.</summary>
    public int MinutesNumber => lines.Where(line => line.Move == MeetingMove.Write).Select(line => line.Number).DefaultIfEmpty().Max();

    /// <summary>Which reminder is due, in hours before: 24 or 1; null when none is. One that comes after the next would is not sent.</summary>
    public int? ReminderDue(DateTime now) => State != MeetingState.Booked || StartsAt is not { } start || start <= now ? null
        : start <= now.AddHours(1) ? HourReminded == start ? null : 1
        : start <= now.AddDays(1) && DayReminded != start ? 24 : null;

    /// <param name="hours">24 or 1.</param>
    public void Remind(int hours)
    {
        if (hours == 1) HourReminded = StartsAt;
        else DayReminded = StartsAt;
        Changed();
    }

    void Do(MeetingMove move, MeetingRole who, MeetingAct act, DateTime? time = null)
    {
        if (move != MeetingMove.Write && act.Reason is { Length: > WordsLength }) throw new RuleBrokenException("O texto passa de 1.000 letras. Escreva-o mais curto.") { Field = "Back.Words" };

        State = MeetingFlow.Table.Do(State, who, move, act);
        lines.Add(new()
        {
            MeetingId = Id,
            Number = lines.Count + 1,
            At = act.Now,
            By = act.By,
            Move = move,
            Time = time,
            Words = string.IsNullOrWhiteSpace(act.Reason) ? null : act.Reason.Trim(),
        });
        Changed();
    }
}
