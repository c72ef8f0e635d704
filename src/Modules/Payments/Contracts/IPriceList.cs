using Percurso.Kernel;

namespace Percurso.Payments.Contracts;

/// <summary>Something somebody wants, before it has a price.</summary>
/// <param name="Item">The price item's key.</param>
/// <param name="Quantity">How many; none is left out.</param>
public sealed record Wanted(string Item, int Quantity);

/// <summary>What a list of wishes costs.</summary>
/// <param name="Lines">Ready to be charged.</param>
/// <param name="IncludedRounds">Rounds of changes that the price includes: the most of any line.</param>
public sealed record Quote(IReadOnlyList<ChargeLine> Lines, int IncludedRounds)
{
    public Money Sum => Lines.Aggregate(Money.Zero, (sum, line) => sum + line.Sum);
}

/// <summary>The price list: for all, for one clinic, for those a sponsor pays for; each price with its days.</summary>
public interface IPriceList
{
    /// <summary>The clinic's own price before the sponsor's, before everybody's; of several the one that began last.</summary>
    /// <param name="wanted">What is asked for.</param>
    /// <param name="on">The day whose prices count.</param>
    /// <param name="cancel">Stops asking.</param>
    /// <param name="clinic">Whose own prices count, if any.</param>
    /// <param name="sponsor">Whose prices count, if any.</param>
    /// <exception cref="RuleBrokenException">Something has no price on this day.</exception>
    Task<Quote> QuoteAsync(IReadOnlyList<Wanted> wanted, DateOnly on, CancellationToken cancel, Guid? clinic = null, Guid? sponsor = null);

    /// <summary>How many of an item may still be sold in the week of this day (Monday to Sunday); null for any number.</summary>
    Task<int?> LeftInWeekAsync(string item, DateOnly day, CancellationToken cancel);
}
