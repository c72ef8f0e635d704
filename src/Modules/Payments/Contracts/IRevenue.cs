using Percurso.Kernel;

namespace Percurso.Payments.Contracts;

/// <summary>The money of one day, in the company's time zone.</summary>
/// <param name="Day">The day.</param>
/// <param name="Received">What clinics paid, by the gateway or confirmed by hand, also what came twice.</param>
/// <param name="Freight">The freight within orders that were paid on that day: it goes on to carriers.</param>
/// <param name="Returned">What went back to clinics, by refund or because the buyer's bank took it; a dispute that was won counts against it.</param>
/// <param name="Sponsored">What sponsors pay of orders that were paid on that day; it is settled with them apart, and in none of the other sums.</param>
public sealed record Takings(DateOnly Day, Money Received, Money Freight, Money Returned, Money Sponsored);

/// <summary>What came in and went out, for the company's figures.</summary>
public interface IRevenue
{
    /// <param name="from">The first day.</param>
    /// <param name="to">The last.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The days on which money moved, in order.</returns>
    Task<IReadOnlyList<Takings>> OfAsync(DateOnly from, DateOnly to, CancellationToken cancel);
}
