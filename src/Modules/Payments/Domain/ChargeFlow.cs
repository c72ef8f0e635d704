using Percurso.Kernel.Flow;
using Percurso.Payments.Contracts;

namespace Percurso.Payments.Domain;

/// <summary>Who moves a charge.</summary>
enum ChargeRole
{
    /// <summary>Somebody of the clinic who may pay.</summary>
    Payer,

    /// <summary>What the gateway answered when it was asked.</summary>
    Gateway,

    /// <summary>Somebody of the staff, by hand and with a reason.</summary>
    Finance,

    /// <summary>The module that opened the charge, for its own reasons.</summary>
    Company,

    /// <summary>Time that has passed.</summary>
    Clock,
}

/// <summary>What happens to a charge.</summary>
enum ChargeMove
{
    /// <summary>Lines, coupon or credit change.</summary>
    Rework,

    /// <summary>The payer goes to the gateway's checkout.</summary>
    Begin,

    /// <summary>The payer wants to pay in another way, or to change the order.</summary>
    TakeBack,

    /// <summary>Nothing remains to be paid.</summary>
    Settle,

    /// <summary>The money is there.</summary>
    Confirm,
    ConfirmByHand,

    /// <summary>The checkout ended, or the boleto's day passed.</summary>
    Lapse,
    Expire,
    Cancel,
    AskRefund,
    RefundPart,
    RefundAll,
    CreditPart,
    CreditAll,
    ChargeBack,

    /// <summary>The bank gave the money back again.</summary>
    Restore,
}

/// <summary>The life of a charge. <c>docs/spec/payments.md</c> prints this table.</summary>
static class ChargeFlow
{
    static readonly Obstacle<Charge> SomethingToPay = new("Ainda falta pagar uma parte. Escolha como pagar.", charge => !charge.Total.IsZero);
    static readonly Obstacle<Charge> NothingToPay = new("Não há o que pagar: confirme o pedido.", charge => charge.Total.IsZero);
    static readonly Obstacle<Charge> RefundUnderWay = new("Uma devolução está em andamento. Espere que ela termine.", charge => charge.IsRefundUnderWay);
    static readonly Obstacle<Charge> NotInMoney = new("Este pedido foi pago sem dinheiro. Use o crédito.", charge => charge.Refundable.IsZero);

#pragma warning disable format // Columns.
    public static readonly Flow<ChargeState, ChargeRole, ChargeMove, Charge> Table = new()
    {
        //   in                          who                 may                        leading to                   unless
        {    ChargeState.Open,           ChargeRole.Payer,   ChargeMove.Rework,         ChargeState.Open                              },
        {    ChargeState.Open,           ChargeRole.Company, ChargeMove.Rework,         ChargeState.Open                              },
        {    ChargeState.Open,           ChargeRole.Payer,   ChargeMove.Begin,          ChargeState.Waiting,         NothingToPay     },
        {    ChargeState.Open,           ChargeRole.Payer,   ChargeMove.Settle,         ChargeState.Paid,            SomethingToPay   },
        {    ChargeState.Waiting,        ChargeRole.Payer,   ChargeMove.TakeBack,       ChargeState.Open                              },
        {    ChargeState.Open,           ChargeRole.Gateway, ChargeMove.Confirm,        ChargeState.Paid                              },
        {    ChargeState.Waiting,        ChargeRole.Gateway, ChargeMove.Confirm,        ChargeState.Paid                              },
        {    ChargeState.Expired,        ChargeRole.Gateway, ChargeMove.Confirm,        ChargeState.Paid                              },
        {    ChargeState.Cancelled,      ChargeRole.Gateway, ChargeMove.Confirm,        ChargeState.Credited                          },
        {    ChargeState.Waiting,        ChargeRole.Gateway, ChargeMove.Lapse,          ChargeState.Open                              },
        {    ChargeState.Open,           ChargeRole.Finance, ChargeMove.ConfirmByHand,  ChargeState.Paid                              },
        {    ChargeState.Waiting,        ChargeRole.Finance, ChargeMove.ConfirmByHand,  ChargeState.Paid                              },
        {    ChargeState.Expired,        ChargeRole.Finance, ChargeMove.ConfirmByHand,  ChargeState.Paid                              },
        {    ChargeState.Open,           ChargeRole.Clock,   ChargeMove.Expire,         ChargeState.Expired                           },
        {    ChargeState.Waiting,        ChargeRole.Clock,   ChargeMove.Expire,         ChargeState.Expired                           },
        {    ChargeState.Open,           ChargeRole.Company, ChargeMove.Cancel,         ChargeState.Cancelled                         },
        {    ChargeState.Waiting,        ChargeRole.Company, ChargeMove.Cancel,         ChargeState.Cancelled                         },
        {    ChargeState.Expired,        ChargeRole.Company, ChargeMove.Cancel,         ChargeState.Cancelled                         },
        {    ChargeState.Paid,           ChargeRole.Company, ChargeMove.AskRefund,      ChargeState.Paid,            NotInMoney, RefundUnderWay },
        {    ChargeState.PartlyRefunded, ChargeRole.Company, ChargeMove.AskRefund,      ChargeState.PartlyRefunded,  NotInMoney, RefundUnderWay },
        {    ChargeState.Paid,           ChargeRole.Gateway, ChargeMove.RefundPart,     ChargeState.PartlyRefunded                   },
        {    ChargeState.PartlyRefunded, ChargeRole.Gateway, ChargeMove.RefundPart,     ChargeState.PartlyRefunded                   },
        {    ChargeState.Paid,           ChargeRole.Gateway, ChargeMove.RefundAll,      ChargeState.Refunded                          },
        {    ChargeState.PartlyRefunded, ChargeRole.Gateway, ChargeMove.RefundAll,      ChargeState.Refunded                          },
        {    ChargeState.Paid,           ChargeRole.Company, ChargeMove.CreditPart,     ChargeState.Paid,            RefundUnderWay   },
        {    ChargeState.PartlyRefunded, ChargeRole.Company, ChargeMove.CreditPart,     ChargeState.PartlyRefunded,  RefundUnderWay   },
        {    ChargeState.Paid,           ChargeRole.Company, ChargeMove.CreditAll,      ChargeState.Credited,        RefundUnderWay   },
        {    ChargeState.PartlyRefunded, ChargeRole.Company, ChargeMove.CreditAll,      ChargeState.Credited,        RefundUnderWay   },
        {    ChargeState.Paid,           ChargeRole.Gateway, ChargeMove.ChargeBack,     ChargeState.ChargedBack                       },
        {    ChargeState.PartlyRefunded, ChargeRole.Gateway, ChargeMove.ChargeBack,     ChargeState.ChargedBack                       },
        {    ChargeState.ChargedBack,    ChargeRole.Gateway, ChargeMove.Restore,        ChargeState.Paid                              },
    };
#pragma warning restore format
}
