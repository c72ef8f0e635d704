using System.Text.Json;

using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Contracts;
using Percurso.Kernel.Recipes;
using Percurso.Production.Contracts;
using Percurso.Production.Data;
using Percurso.Production.Domain;

namespace Percurso.Production.Recipes;

/// <summary>
/// <c>{ "name": "print-queue", "operator": e-mail, "orders": [ { "place": 1, "printer", "lot", "moves": [ "Print", "Finish" ], "cause", "carrier", "tracking" } ] }</c>: takes
/// orders of a demonstration through the queue, named by the place in which they were ordered. One that has moved stays as it is.
/// </summary>
sealed class MoveRecipePrints(ProductionDb db, MovePrints moves, IFindPeople people) : IRecipeStep
{
    sealed record Step(string Name, string Operator, IReadOnlyList<RecipeOrder> Orders);

    sealed record RecipeOrder(int Place, string Printer, string Lot, IReadOnlyList<string> Moves, string? Cause = null, string? Carrier = null, string? Tracking = null);

    public static string Name => "print-queue";

    public async Task RunAsync(JsonElement step, CancellationToken cancel)
    {
        var asked = step.As<Step>();
        var by = (await people.ByEmailAsync(asked.Operator, cancel) ?? throw new RecipeBrokenException($"Nobody has the address {asked.Operator}.")).Id;
        var placed = await db.Orders.AsNoTracking().OrderBy(row => row.PlacedAt).ThenBy(row => row.Id).Select(row => new { row.Id, row.State }).ToListAsync(cancel);
        foreach (var order in asked.Orders)
        {
            if (order.Place > placed.Count) throw new RecipeBrokenException($"There is no order {order.Place}.");
            if (placed[order.Place - 1].State != PrintState.Received) continue;

            var with = new MoveWith
            {
                Printer = await db.Printers.Where(row => row.Name == order.Printer).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(cancel),
                Lot = await db.Lots.Where(row => row.Number == order.Lot).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(cancel),
                Words = order.Cause,
                Carrier = order.Carrier,
                Tracking = order.Tracking,
            };
            foreach (var move in order.Moves) await moves.MoveAsync([placed[order.Place - 1].Id], Enum.Parse<PrintMove>(move), with, by, cancel);
        }
    }
}
