using System.Globalization;

using Percurso.Kernel;

namespace Percurso.Payments.Contracts;

/// <summary>One line of an order, frozen: what the price list says later changes nothing.</summary>
/// <param name="Key">Of the price item, <c>implant</c>; freight is <c>freight</c> with its service behind a point.</param>
/// <param name="Title">What the payer reads, in Portuguese. Never health data.</param>
/// <param name="TitleEn">The same in English.</param>
/// <param name="Quantity">How many, at least one.</param>
/// <param name="Each">The price of one.</param>
/// <param name="ServiceCode">Six digits of the national list of services (NFS-e, cTribNac); empty for what is no service of its own.</param>
public sealed record ChargeLine(string Key, string Title, string TitleEn, int Quantity, Money Each, string ServiceCode = "")
{
    /// <summary>The beginning of every freight's key.</summary>
    public const string Freight = "freight";

    public Money Sum => Each * Quantity;

    public bool IsFreight => Key == Freight || Key.StartsWith(Freight + ".", StringComparison.Ordinal);

    /// <summary>In the reader's language.</summary>
    public string TitleIn(CultureInfo culture) => culture.TwoLetterISOLanguageName == "pt" || TitleEn.Length == 0 ? Title : TitleEn;
}
