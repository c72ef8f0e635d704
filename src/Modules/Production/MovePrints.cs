using Microsoft.EntityFrameworkCore;

using Percurso.Kernel;
using Percurso.Kernel.Data;
using Percurso.Kernel.Localization;
using Percurso.Production.Data;
using Percurso.Production.Domain;

namespace Percurso.Production;

/// <summary>What goes with a move.</summary>
sealed record MoveWith
{
    public Guid? Printer { get; init; }
    public Guid? Lot { get; init; }
    public string? Words { get; init; }
    public string? Carrier { get; init; }
    public string? Tracking { get; init; }
    public bool WithoutTracking { get; init; }
    public int Unticked { get; init; }
}

/// <summary>Takes orders through the queue: one or several at once, all of them or none.</summary>
sealed class MovePrints(ProductionDb db, TimeProvider clock, TimeZoneInfo zone, Words words)
{
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(Now, zone));

    DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <returns>How many moved.</returns>
    /// <exception cref="RuleBrokenException">One of them cannot; of several the sentence names it.</exception>
    public async Task<int> MoveAsync(IReadOnlyCollection<Guid> ids, PrintMove move, MoveWith with, Guid by, CancellationToken cancel)
    {
        using var together = Together.Begin();
        var orders = await db.Whole.Where(row => ids.Contains(row.Id)).OrderBy(row => row.PlacedAt).ThenBy(row => row.Id).ToListAsync(cancel);
        var printer = with.Printer is { } onThis ? await db.Printers.SingleOrDefaultAsync(row => row.Id == onThis, cancel) : null;
        var lot = with.Lot is { } fromThis ? await db.Lots.SingleOrDefaultAsync(row => row.Id == fromThis, cancel) : null;
        foreach (var order in orders)
        {
            var act = new PrintAct(order, by, Now)
            {
                Today = Today,
                Printer = printer,
                Lot = lot,
                Words = with.Words,
                Carrier = with.Carrier,
                Tracking = TrackingCode.Read(with.Tracking),
                WithoutTracking = with.WithoutTracking,
                Unticked = with.Unticked,
            };
            try
            {
                Do(order, move, act);
            }
            catch (RuleBrokenException broken) when (orders.Count > 1)
            {
                throw new RuleBrokenException("{0}: {1}", order.Called, words[broken.Words, [.. broken.Arguments]].Value);
            }
        }

        await db.SaveChangesAsync(cancel);
        together.Complete();
        return orders.Count;
    }

    static void Do(PrintOrder order, PrintMove move, PrintAct act)
    {
        switch (move)
        {
            case PrintMove.Print: order.Print(act); break;
            case PrintMove.Fail: order.Fail(act); break;
            case PrintMove.Finish: order.Finish(act); break;
            case PrintMove.Check: order.Check(act); break;
            case PrintMove.Pack: order.Pack(act); break;
            case PrintMove.Send: order.Send(act); break;
            default: throw new RuleBrokenException("Isto não pode ser feito agora. Veja na página o que é possível neste momento.");
        }
    }
}
