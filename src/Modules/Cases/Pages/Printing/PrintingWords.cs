using Microsoft.AspNetCore.Mvc.Rendering;

using Percurso.Cases.Contracts;
using Percurso.Cases.Steps.Printing;
using Percurso.Kernel.Localization;
using Percurso.Production.Contracts;
using Percurso.Theme.Contracts;

namespace Percurso.Cases.Pages.Printing;

/// <summary>How a printing stands, and what happened to it, in a few words.</summary>
static class PrintingWords
{
    public static (Kind Kind, string Words) Of(CasePrinting printing, bool toCompany, Words T) => printing.State switch
    {
        PrintingState.Choosing => (toCompany ? Kind.Ours : Kind.Yours, T["Falta pedir a impressão"]),
        PrintingState.Unpaid => (toCompany ? Kind.Ours : Kind.Yours, T["Falta pagar a diferença"]),
        PrintingState.Making => (toCompany ? Kind.Yours : Kind.Ours, T["Em produção"]),
        PrintingState.Sent => (toCompany ? Kind.Ours : Kind.Yours, T["Enviado"]),
        PrintingState.Troubled => (Kind.Warn, T["Há um problema com o que foi enviado"]),
        PrintingState.Received => (Kind.Ok, T["Recebido"]),
        PrintingState.OwnPrint => (Kind.Ok, T["O consultório imprime"]),
        _ => (Kind.Info, T["Refeito em outro caso"]),
    };

    public static string Of(PrintingLine line, Words T) => line.Move switch
    {
        PrintingMove.Order => T["Impressão pedida"],
        PrintingMove.PrintOwn => T["O consultório imprime dos arquivos"],
        PrintingMove.Withdraw => T["Pedido desfeito"],
        PrintingMove.Begin => T["Pedido na fila de produção"],
        PrintingMove.Send => T["Enviado"],
        PrintingMove.Confirm => T["Recebimento confirmado"],
        PrintingMove.Complain => T["O consultório disse que algo está errado"],
        PrintingMove.Answer => T["Resposta da empresa"],
        PrintingMove.Remake => T["A mesma versão será feita de novo"],
        _ => T["Um caso ligado a este foi aberto"],
    };

    public static string Of(RemakeCause cause, Words T) => cause switch
    {
        RemakeCause.DidNotArrive => T["Não chegou"],
        RemakeCause.ArrivedBroken => T["Chegou com dano"],
        RemakeCause.DoesNotSeat => T["Não assenta"],
        RemakeCause.WrongPart => T["Veio peça errada ou faltando"],
        RemakeCause.BrokeInUse => T["Quebrou ou se perdeu no consultório"],
        RemakeCause.PlanChanged => T["O planejamento precisa mudar"],
        _ => T["Outro motivo"],
    };

    public static string Of(RemakePayer payer, Words T) => payer switch
    {
        RemakePayer.Company => T["A empresa"],
        RemakePayer.Dentist => T["O dentista"],
        RemakePayer.Carrier => T["A transportadora"],
        _ => T["O patrocinador"],
    };

    /// <summary>How far production has come, as the dentist reads it.</summary>
    public static string Of(PrintState state, Words T) => state switch
    {
        PrintState.Received => T["Na fila"],
        PrintState.Printing => T["Imprimindo"],
        PrintState.Finishing => T["Acabamento"],
        PrintState.Checked => T["Conferido"],
        PrintState.Packed => T["Embalado"],
        PrintState.Sent => T["Enviado"],
        PrintState.Delivered => T["Entregue"],
        // A print that failed is printed again: to whoever waits it is the queue.
        PrintState.Failed => T["Imprimindo de novo"],
        PrintState.Complained => T["Com problema"],
        _ => T["Cancelado"],
    };

    public static IEnumerable<SelectListItem> Causes(Words T, bool byDentist) =>
        [new(T["Escolha"], ""), .. Enum.GetValues<RemakeCause>().Where(cause => !byDentist || cause != RemakeCause.PlanChanged).Select(cause => new SelectListItem(Of(cause, T), $"{cause}"))];

    public static IEnumerable<SelectListItem> Payers(Words T) => [new(T["Escolha"], ""), .. Enum.GetValues<RemakePayer>().Select(payer => new SelectListItem(Of(payer, T), $"{payer}"))];
}
