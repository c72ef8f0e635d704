using System.Globalization;

using Percurso.Kernel.Localization;
using Percurso.Production.Contracts;
using Percurso.Production.Domain;
using Percurso.Theme.Contracts;

namespace Percurso.Production.Pages.Production;

/// <summary>How an order stands and what is done with it, as the people who print say it.</summary>
static class PrintWords
{
    public static (Kind Kind, string Words) Of(PrintState state, Words T) => state switch
    {
        PrintState.Received => (Kind.Yours, T["Recebido"]),
        PrintState.Printing => (Kind.Ours, T["Imprimindo"]),
        PrintState.Finishing => (Kind.Ours, T["Acabamento"]),
        PrintState.Checked => (Kind.Ours, T["Conferido"]),
        PrintState.Packed => (Kind.Ours, T["Embalado"]),
        PrintState.Sent => (Kind.Info, T["Enviado"]),
        PrintState.Delivered => (Kind.Ok, T["Entregue"]),
        PrintState.Failed => (Kind.Bad, T["Impressão falhou"]),
        PrintState.Complained => (Kind.Warn, T["Reclamado"]),
        _ => (Kind.Locked, T["Cancelado"]),
    };

    public static string Of(PrintMove move, Words T) => move switch
    {
        PrintMove.Print => T["Impressão começou"],
        PrintMove.Fail => T["Impressão falhou"],
        PrintMove.Finish => T["Saiu da impressora"],
        PrintMove.Check => T["Peças conferidas"],
        PrintMove.Pack => T["Caixa fechada"],
        PrintMove.Send => T["Entregue à transportadora"],
        PrintMove.Confirm => T["Recebimento confirmado"],
        PrintMove.Complain => T["Reclamado por quem recebeu"],
        _ => T["Cancelado"],
    };

    /// <summary>A day in a list: "25/11/2026".</summary>
    public static string Short(this DateOnly day) => day.ToString("d", CultureInfo.CurrentCulture);

    public static string In(this Material material, CultureInfo culture) => culture.TwoLetterISOLanguageName == "pt" || material.TitleEn.Length == 0 ? material.Title : material.TitleEn;
}
