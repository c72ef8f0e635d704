using System.Text.Json.Serialization;

using Percurso.Cases.Contracts;
using Percurso.Kernel.Flow;

using static Percurso.Cases.Steps.Printing.PrintingMove;
using static Percurso.Cases.Steps.Printing.PrintingRole;
using static Percurso.Cases.Steps.Printing.PrintingState;

namespace Percurso.Cases.Steps.Printing;

/// <summary>Where the printing of one step stands.</summary>
enum PrintingState
{
    /// <summary>The dentist has yet to say what is printed, or that they print it themselves.</summary>
    Choosing,

    /// <summary>Ordered; a difference is to be paid first.</summary>
    Unpaid,

    /// <summary>In production's queue.</summary>
    Making,

    /// <summary>With the carrier.</summary>
    Sent,
    Received,

    /// <summary>The dentist says that it did not arrive, or that it is no good.</summary>
    Troubled,

    /// <summary>The dentist prints from the files.</summary>
    OwnPrint,

    /// <summary>A linked case takes its place.</summary>
    Replanned,
}

enum PrintingRole { Dentist, Company, Site }

enum PrintingMove { Order, PrintOwn, Withdraw, Begin, Send, Confirm, Complain, Answer, Remake, Replan }

/// <summary>Why something is made again.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RemakeCause>))]
enum RemakeCause { DidNotArrive, ArrivedBroken, DoesNotSeat, WrongPart, BrokeInUse, PlanChanged, Other }

/// <summary>A move that somebody wants to make, for the obstacles to look at.</summary>
/// <param name="Printing">What it is about.</param>
/// <param name="By">Who.</param>
/// <param name="Now">UTC.</param>
sealed record PrintingAct(CasePrinting Printing, Guid By, DateTime Now)
{
    /// <summary>Whether a final plan is approved.</summary>
    public bool HasPlan { get; init; } = true;

    /// <summary>Whether it is still what was approved, to the byte.</summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>How many pieces are asked for.</summary>
    public int Pieces { get; init; }

    /// <summary>Whether it is said where they go and how.</summary>
    public bool HasAddress { get; init; }

    /// <summary>Whether nothing is left to be paid.</summary>
    public bool IsPaid { get; init; }

    /// <summary>What is written with it.</summary>
    public string? Words { get; init; }

    public RemakeCause? Cause { get; init; }

    public RemakePayer? Payer { get; init; }
}

/// <summary>The life of the printing in one step, from the order to its receipt; also what becomes of it when it goes wrong.</summary>
static class PrintingFlow
{
    static readonly Obstacle<PrintingAct> NoPlan = new("Ainda não há um planejamento final aprovado para imprimir.", act => !act.HasPlan);
    static readonly Obstacle<PrintingAct> Altered = new("O que está guardado não é mais o que foi aprovado. Nada pode ser impresso; fale com a empresa.", act => !act.IsWhole);
    static readonly Obstacle<PrintingAct> NoParts = new("Escolha pelo menos uma peça para imprimir.", act => act.Pieces == 0);
    static readonly Obstacle<PrintingAct> NoAddress = new("Escolha para onde o guia vai e como.", act => !act.HasAddress);
    static readonly Obstacle<PrintingAct> AlreadyPaid = new("O pagamento já chegou, e o pedido segue para a produção.", act => act.IsPaid);
    static readonly Obstacle<PrintingAct> Agreed = new("Uma reimpressão combinada não volta por aqui. Escreva uma mensagem à empresa.", act => act.Printing.IsRemake);
    static readonly Obstacle<PrintingAct> NotAgreed = new("Só uma reimpressão que ainda não foi paga volta assim.", act => !act.Printing.IsRemake);
    static readonly Obstacle<PrintingAct> NotPaid = new("O pedido espera o pagamento da diferença.", act => !act.IsPaid);
    static readonly Obstacle<PrintingAct> NoCause = new("Escolha o que aconteceu.", act => act.Cause is null);
    static readonly Obstacle<PrintingAct> NoWords = new("Escreva o que aconteceu: a empresa lê isto.", act => string.IsNullOrWhiteSpace(act.Words));
    static readonly Obstacle<PrintingAct> NoAnswer = new("Escreva a resposta: o dentista lê isto.", act => string.IsNullOrWhiteSpace(act.Words));
    static readonly Obstacle<PrintingAct> NoPayer = new("Escolha quem paga.", act => act.Payer is null);

#pragma warning disable format
    public static readonly Flow<PrintingState, PrintingRole, PrintingMove, PrintingAct> Table = new()
    {
        //   in         who       may        leading to  unless
        {    Choosing,  Dentist,  Order,     Unpaid,     NoPlan, Altered, NoParts, NoAddress },
        {    Choosing,  Dentist,  PrintOwn,  OwnPrint,   NoPlan, Altered                     },
        {    OwnPrint,  Dentist,  Order,     Unpaid,     NoPlan, Altered, NoParts, NoAddress },
        {    Unpaid,    Dentist,  Withdraw,  Choosing,   AlreadyPaid, Agreed                 },
        {    Unpaid,    Company,  Answer,    Sent,       NoAnswer, NotAgreed, AlreadyPaid    },
        {    Unpaid,    Site,     Begin,     Making,     NotPaid                             },
        {    Making,    Site,     Send,      Sent                                            },
        {    Sent,      Dentist,  Confirm,   Received                                        },
        {    Sent,      Dentist,  Complain,  Troubled,   NoCause, NoWords                    },
        {    Sent,      Company,  Remake,    Unpaid,     NoCause, NoPayer, Altered           },
        {    Sent,      Company,  Replan,    Replanned,  NoCause, NoPayer                    },
        {    Received,  Dentist,  Complain,  Troubled,   NoCause, NoWords                    },
        {    Received,  Company,  Remake,    Unpaid,     NoCause, NoPayer, Altered           },
        {    Received,  Company,  Replan,    Replanned,  NoCause, NoPayer                    },
        {    Troubled,  Dentist,  Confirm,   Received                                        },
        {    Troubled,  Company,  Answer,    Sent,       NoAnswer                            },
        {    Troubled,  Company,  Remake,    Unpaid,     NoCause, NoPayer, Altered           },
        {    Troubled,  Company,  Replan,    Replanned,  NoCause, NoPayer                    },
    };
#pragma warning restore format
}
