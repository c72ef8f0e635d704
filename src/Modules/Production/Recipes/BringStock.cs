using System.Text.Json;

using Microsoft.EntityFrameworkCore;

using Percurso.Kernel;
using Percurso.Kernel.Recipes;
using Percurso.Production.Data;
using Percurso.Production.Domain;

namespace Percurso.Production.Recipes;

/// <summary>
/// <c>{ "name": "production", "materials": [ { "title", "titleEn", "cents", "note" } ], "printers": [ { "printer", "model" } ], "lots": [ { "number", "material", "days" } ] }</c>:
/// what things are printed with; lots expire so many days from today. What is there by its name stays as it is.
/// </summary>
sealed class BringStock(ProductionDb db, TimeProvider clock) : IRecipeStep
{
    sealed record Step(string Name, IReadOnlyList<RecipeMaterial>? Materials = null, IReadOnlyList<RecipePrinter>? Printers = null, IReadOnlyList<RecipeLot>? Lots = null);

    sealed record RecipeMaterial(string Title, string TitleEn, long Cents = 0, string? Note = null);

    sealed record RecipePrinter(string Printer, string? Model = null);

    sealed record RecipeLot(string Number, string Material, int Days);

    public static string Name => "production";

    public async Task RunAsync(JsonElement step, CancellationToken cancel)
    {
        var asked = step.As<Step>();
        foreach (var one in asked.Materials ?? [])
            if (!await db.Materials.AnyAsync(row => row.Title == one.Title, cancel)) db.Add(new Material(one.Title, one.TitleEn, new Money(one.Cents), one.Note));
        foreach (var one in asked.Printers ?? [])
            if (!await db.Printers.AnyAsync(row => row.Name == one.Printer, cancel)) db.Add(new Printer(one.Printer, one.Model));
        await db.SaveChangesAsync(cancel);

        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        foreach (var one in asked.Lots ?? [])
        {
            if (await db.Lots.AnyAsync(row => row.Number == one.Number, cancel)) continue;

            var material = await db.Materials.SingleOrDefaultAsync(row => row.Title == one.Material, cancel) ?? throw new RecipeBrokenException($"There is no material “{one.Material}”.");
            db.Add(new Lot(one.Number, material.Id, today.AddDays(one.Days)));
        }

        await db.SaveChangesAsync(cancel);
    }
}
