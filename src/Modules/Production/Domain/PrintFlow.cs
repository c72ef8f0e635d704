using Percurso.Kernel.Flow;
using Percurso.Production.Contracts;

using static Percurso.Production.Contracts.PrintState;
using static Percurso.Production.Domain.PrintMove;
using static Percurso.Production.Domain.PrintRole;

namespace Percurso.Production.Domain;

enum PrintRole
{
    /// <summary>Of the production staff.</summary>
    Operator,

    /// <summary>Whoever it was printed for.</summary>
    Receiver,

    /// <summary>The module that placed the order.</summary>
    Owner,
}

enum PrintMove { Print, Fail, Finish, Check, Pack, Send, Confirm, Complain, Cancel }

/// <summary>A move that somebody wants to make, for the obstacles to look at.</summary>
/// <param name="Order">The order.</param>
/// <param name="By">Who.</param>
/// <param name="Now">UTC.</param>
sealed record PrintAct(PrintOrder Order, Guid By, DateTime Now)
{
    /// <summary>The day in the company's zone: lots expire by it.</summary>
    public DateOnly Today { get; init; }

    public Printer? Printer { get; init; }

    public Lot? Lot { get; init; }

    /// <summary>Why a print failed, or what somebody complains of.</summary>
    public string? Words { get; init; }

    /// <summary>Lines of the box's list that nobody has ticked.</summary>
    public int Unticked { get; init; }

    public string? Carrier { get; init; }

    public string? Tracking { get; init; }

    /// <summary>Somebody has said that the carrier gives no code.</summary>
    public bool WithoutTracking { get; init; }
}

/// <summary>The life of an order to print, from the queue to whoever it is for.</summary>
static class PrintFlow
{
    static readonly Obstacle<PrintAct> NoPrinter = new("Escolha uma impressora em uso.", act => act.Printer is null or { IsRetired: true });
    static readonly Obstacle<PrintAct> NoLot = new("Escolha um lote de resina em uso.", act => act.Lot is null or { IsRetired: true });
    static readonly Obstacle<PrintAct> OtherMaterial = new("Este lote é de outro material que o do pedido. Escolha um do mesmo.", act => act.Lot!.MaterialId != act.Order.MaterialId);
    static readonly Obstacle<PrintAct> Expired = new("A validade deste lote já passou. Escolha outro.", act => act.Lot!.HasExpired(act.Today));
    static readonly Obstacle<PrintAct> NoCause = new("Escreva por que a impressão falhou.", act => string.IsNullOrWhiteSpace(act.Words));
    static readonly Obstacle<PrintAct> NotTicked = new("Confira e marque cada item da caixa antes de fechá-la.", act => act.Unticked > 0);
    static readonly Obstacle<PrintAct> NoCarrier = new("Escreva por quem o pedido vai.", act => string.IsNullOrWhiteSpace(act.Carrier));
    static readonly Obstacle<PrintAct> NoTracking = new("Escreva o código de rastreio, ou marque que não há um.", act => string.IsNullOrWhiteSpace(act.Tracking) && !act.WithoutTracking);
    static readonly Obstacle<PrintAct> NoWords = new("Escreva o que aconteceu.", act => string.IsNullOrWhiteSpace(act.Words));

#pragma warning disable format
    public static readonly Flow<PrintState, PrintRole, PrintMove, PrintAct> Table = new()
    {
        //   in          who        may        leading to   unless
        {    Received,   Operator,  Print,     Printing,    NoPrinter, NoLot, OtherMaterial, Expired },
        {    Printing,   Operator,  Finish,    Finishing                                             },
        {    Printing,   Operator,  Fail,      Failed,      NoCause                                  },
        {    Finishing,  Operator,  Check,     Checked                                               },
        {    Finishing,  Operator,  Fail,      Failed,      NoCause                                  },
        {    Checked,    Operator,  Pack,      Packed,      NotTicked                                },
        {    Checked,    Operator,  Fail,      Failed,      NoCause                                  },
        {    Packed,     Operator,  Send,      Sent,        NoCarrier, NoTracking                    },
        {    Packed,     Operator,  Fail,      Failed,      NoCause                                  },
        {    Failed,     Operator,  Print,     Printing,    NoPrinter, NoLot, OtherMaterial, Expired },
        {    Sent,       Receiver,  Confirm,   Delivered                                             },
        {    Sent,       Receiver,  Complain,  Complained,  NoWords                                  },
        {    Delivered,  Receiver,  Complain,  Complained,  NoWords                                  },
        {    Complained, Receiver,  Confirm,   Delivered                                             },
        {    Complained, Receiver,  Complain,  Complained,  NoWords                                  },
        {    Received,   Owner,     Cancel,    Cancelled                                             },
        {    Printing,   Owner,     Cancel,    Cancelled                                             },
        {    Finishing,  Owner,     Cancel,    Cancelled                                             },
        {    Checked,    Owner,     Cancel,    Cancelled                                             },
        {    Packed,     Owner,     Cancel,    Cancelled                                             },
        {    Failed,     Owner,     Cancel,    Cancelled                                             },
    };
#pragma warning restore format
}
