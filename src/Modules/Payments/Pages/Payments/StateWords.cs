using Percurso.Kernel.Localization;
using Percurso.Payments.Contracts;
using Percurso.Payments.Domain;
using Percurso.Theme.Contracts;

namespace Percurso.Payments.Pages.Payments;

/// <summary>How states, methods and moves are called.</summary>
static class StateWords
{
    public static string In(this ChargeState state, Words T) => state switch
    {
        ChargeState.Open => T["Em aberto"].Value,
        ChargeState.Waiting => T["À espera do banco"].Value,
        ChargeState.Paid => T["Pago"].Value,
        ChargeState.PartlyRefunded => T["Devolvido em parte"].Value,
        ChargeState.Refunded => T["Devolvido"].Value,
        ChargeState.Credited => T["Virou crédito"].Value,
        ChargeState.ChargedBack => T["Contestado no banco"].Value,
        ChargeState.Expired => T["Vencido"].Value,
        _ => T["Cancelado"].Value,
    };

    public static Kind Kind(this ChargeState state) => state switch
    {
        ChargeState.Open => Theme.Contracts.Kind.Yours,
        ChargeState.Waiting => Theme.Contracts.Kind.Ours,
        ChargeState.Paid => Theme.Contracts.Kind.Ok,
        ChargeState.PartlyRefunded or ChargeState.Refunded or ChargeState.Credited => Theme.Contracts.Kind.Info,
        ChargeState.ChargedBack => Theme.Contracts.Kind.Bad,
        _ => Theme.Contracts.Kind.Locked,
    };

    public static string In(this PaymentMethod method, Words T) => method switch
    {
        PaymentMethod.Card => T["com cartão"].Value,
        PaymentMethod.Boleto => T["por boleto"].Value,
        PaymentMethod.Pix => T["por Pix"].Value,
        PaymentMethod.Nothing => T["com cupom ou crédito"].Value,
        _ => T["confirmado pela empresa"].Value,
    };

    public static string In(this ChargeMove move, Words T) => move switch
    {
        ChargeMove.Begin => T["Foi para o pagamento"].Value,
        ChargeMove.TakeBack => T["Quis pagar de outra forma"].Value,
        ChargeMove.Settle => T["Confirmou sem ter o que pagar"].Value,
        ChargeMove.Confirm => T["O dinheiro chegou"].Value,
        ChargeMove.ConfirmByHand => T["Confirmou à mão"].Value,
        ChargeMove.Lapse => T["O boleto, o Pix ou a página de pagamento venceu"].Value,
        ChargeMove.Expire => T["O prazo passou"].Value,
        ChargeMove.Cancel => T["Cancelou"].Value,
        ChargeMove.AskRefund => T["Pediu a devolução"].Value,
        ChargeMove.RefundPart => T["Uma parte foi devolvida"].Value,
        ChargeMove.RefundAll => T["Tudo foi devolvido"].Value,
        ChargeMove.CreditPart => T["Uma parte virou crédito"].Value,
        ChargeMove.CreditAll => T["Tudo virou crédito"].Value,
        ChargeMove.ChargeBack => T["O banco tomou o dinheiro de volta"].Value,
        ChargeMove.Restore => T["O banco devolveu o dinheiro"].Value,
        _ => T["O pedido mudou"].Value,
    };

    public static string In(this ChargeRole who, Words T) => who switch
    {
        ChargeRole.Payer => T["O consultório"].Value,
        ChargeRole.Gateway => T["O serviço de pagamento"].Value,
        ChargeRole.Finance => T["O financeiro"].Value,
        ChargeRole.Company => T["A empresa"].Value,
        _ => T["O calendário"].Value,
    };
}
