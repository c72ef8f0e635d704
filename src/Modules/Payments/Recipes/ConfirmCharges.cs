using System.Text.Json;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

using Percurso.Accounts.Contracts;
using Percurso.Kernel.Recipes;
using Percurso.Payments.Charging;
using Percurso.Payments.Contracts;
using Percurso.Payments.Data;

namespace Percurso.Payments.Recipes;

/// <summary>
/// <c>{ "name": "confirm-charges", "purpose": "case", "by": e-mail, "reason": "…" }</c>: confirms by hand every charge of this purpose that nobody has begun to pay, as
/// finance would; for a demonstration, never in Production.
/// </summary>
sealed class ConfirmCharges(PaymentsDb db, Charges charges, IFindPeople people, TimeProvider clock, IHostEnvironment environment) : IRecipeStep
{
    sealed record Step(string Name, string Purpose, string By, string Reason);

    public static string Name => "confirm-charges";

    public async Task RunAsync(JsonElement step, CancellationToken cancel)
    {
        if (environment.IsProduction()) throw new RecipeBrokenException("Made-up payments are never brought into Production.");

        var asked = step.As<Step>();
        var by = (await people.ByEmailAsync(asked.By, cancel))?.Id ?? throw new RecipeBrokenException($"Nobody has the address {asked.By}.");
        foreach (var charge in await db.Charges.Where(row => row.Purpose == asked.Purpose && row.State == ChargeState.Open).OrderBy(row => row.Number).Select(row => row.Id).ToListAsync(cancel))
            await charges.ChangeAsync(charge, found =>
            {
                found.ConfirmByHand(asked.Reason, by, clock.GetUtcNow().UtcDateTime);
                return Task.CompletedTask;
            }, cancel);
    }
}
