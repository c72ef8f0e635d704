using Percurso.Cases.Steps.Signing;
using Percurso.Kernel.Flow;

using static Percurso.Cases.Steps.Meeting.MeetingMove;
using static Percurso.Cases.Steps.Meeting.MeetingRole;
using static Percurso.Cases.Steps.Meeting.MeetingState;

namespace Percurso.Cases.Steps.Meeting;

/// <summary>Where the meeting of one step stands.</summary>
enum MeetingState
{
    /// <summary>A time is to be chosen.</summary>
    Choosing,
    Booked,

    /// <summary>The minutes lie before the dentist.</summary>
    Minuted,

    /// <summary>The dentist remembers it otherwise; the minutes are written anew.</summary>
    Disputed,
    Confirmed,

    /// <summary>The dentist has signed that they need none.</summary>
    Waived,
}

enum MeetingRole { Planner, Dentist }

enum MeetingMove { Propose, Decline, Book, Move, Cancel, Place, Write, Confirm, Dispute, Waive, TakeBack }

/// <summary>A move that somebody wants to make, for the obstacles to look at.</summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="By">Who.</param>
/// <param name="Now">UTC.</param>
sealed record MeetingAct(CaseMeeting Meeting, Guid By, DateTime Now)
{
    /// <summary>What they write with it.</summary>
    public string? Reason { get; init; }

    /// <summary>How many times are proposed.</summary>
    public int Times { get; init; }

    /// <summary>How many decisions the minutes have.</summary>
    public int Decisions { get; init; }

    /// <summary>Until when the dentist's side may move or cancel it. UTC.</summary>
    public DateTime? ChangesUntil { get; init; }

    /// <summary>The number of the minutes that were read; see <see cref="CaseMeeting.MinutesNumber"/>.</summary>
    public int? Read { get; init; }

    /// <summary>Where it takes place; null for our own room.</summary>
    public string? Address { get; init; }

    /// <summary>Whether the pathway lets it be waived.</summary>
    public bool IsWaivable { get; init; }

    /// <summary>Who waives it and what they read; null where nobody has shown again that it is they.</summary>
    public Signature? Signed { get; init; }

    /// <summary>Whether something was begun that rests on its being waived.</summary>
    public bool PathHasGoneOn { get; init; }
}

/// <summary>The life of a meeting in one step, from the choice of a time to minutes that the dentist has confirmed, or to their waiver.</summary>
static class MeetingFlow
{
    /// <summary>How many times the company proposes at most.</summary>
    public const int MostProposed = 3;

    static readonly Obstacle<MeetingAct> NoTimes = new("Escolha de um a três horários livres.", act => act.Times is < 1 or > MostProposed);
    static readonly Obstacle<MeetingAct> NothingProposed = new("Não há proposta de horários para recusar.", act => act.Meeting.Proposed.Count == 0);
    static readonly Obstacle<MeetingAct> TooLate = new("Já está perto demais da hora. Escreva uma mensagem à empresa.", act => act.ChangesUntil < act.Now);
    static readonly Obstacle<MeetingAct> NoReason = new("Escreva por que a videoconferência é cancelada: o dentista lê isto.", act => string.IsNullOrWhiteSpace(act.Reason));
    static readonly Obstacle<MeetingAct> NoAddress = new("Escreva o endereço inteiro da sala; ele começa por https://.", act => act.Address is null ? act.Meeting.Place is null : !CaseMeeting.IsPlace(act.Address));
    static readonly Obstacle<MeetingAct> NotYet = new("A videoconferência ainda não começou. A ata se escreve depois dela.", act => act.Now < act.Meeting.StartsAt);
    static readonly Obstacle<MeetingAct> NoDecisions = new("Escreva pelo menos uma decisão, uma por linha.", act => act.Decisions == 0);
    static readonly Obstacle<MeetingAct> OtherMinutes = new("A ata mudou enquanto você lia. Leia-a de novo antes de confirmar.", act => act.Read != act.Meeting.MinutesNumber);
    static readonly Obstacle<MeetingAct> NoDispute = new("Escreva o que está diferente do que foi combinado.", act => string.IsNullOrWhiteSpace(act.Reason));
    static readonly Obstacle<MeetingAct> NotWaivable = new("Neste caso a videoconferência não pode ser dispensada.", act => !act.IsWaivable);
    static readonly Obstacle<MeetingAct> NotSigned = new("Leia a declaração e confirme que é você antes de dispensar a videoconferência.", act => act.Signed is null);
    static readonly Obstacle<MeetingAct> PathHasGoneOn = new("O caminho já seguiu depois da dispensa. Fale com a empresa se algo precisa mudar.", act => act.PathHasGoneOn);

#pragma warning disable format
    public static readonly Flow<MeetingState, MeetingRole, MeetingMove, MeetingAct> Table = new()
    {
        //   in         who       may        leading to  unless
        {    Choosing,  Planner,  Propose,   Choosing,   NoTimes                },
        {    Choosing,  Dentist,  Decline,   Choosing,   NothingProposed        },
        {    Choosing,  Dentist,  Book,      Booked                             },
        {    Choosing,  Planner,  Write,     Minuted,    NoDecisions            },
        {    Choosing,  Dentist,  Waive,     Waived,     NotWaivable, NotSigned },
        {    Booked,    Dentist,  Move,      Booked,     TooLate                },
        {    Booked,    Dentist,  Cancel,    Choosing,   TooLate                },
        {    Booked,    Planner,  Cancel,    Choosing,   NoReason               },
        {    Booked,    Planner,  Place,     Booked,     NoAddress              },
        {    Booked,    Planner,  Write,     Minuted,    NotYet, NoDecisions    },
        {    Minuted,   Planner,  Write,     Minuted,    NoDecisions            },
        {    Minuted,   Dentist,  Confirm,   Confirmed,  OtherMinutes           },
        {    Minuted,   Dentist,  Dispute,   Disputed,   NoDispute              },
        {    Disputed,  Planner,  Write,     Minuted,    NoDecisions            },
        {    Waived,    Dentist,  TakeBack,  Choosing,   PathHasGoneOn          },
    };
#pragma warning restore format
}
