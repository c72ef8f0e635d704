using System.Text.Json;

using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Contracts;
using Percurso.Cases.Data;
using Percurso.Cases.Domain;
using Percurso.Kernel;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Recipes;

namespace Percurso.Cases.Recipes;

/// <summary>
/// <c>{ "name": "pathway", "pathway": "surgical-guide", "title": …, "steps": [ { "key", "kind", "title", … } ] }</c>: the first version of a
/// pathway. One that is there stays as it is.
/// </summary>
sealed class WritePathway(CasesDb db, TimeProvider clock) : IRecipeStep
{
    sealed record Step(string Name, string Pathway, LocalText Title, IReadOnlyList<RecipeStep> Steps);

    sealed record RecipeStep(
        string Key, string Kind, LocalText Title, LocalText? Coming = null, LocalText? Guidance = null, LocalText? Letter = null,
        IReadOnlyList<string>? Needs = null, bool StartsClock = false, CancelOutcome Cancelling = CancelOutcome.Nothing, JsonElement? Settings = null)
    {
        public PathwayStep Read() => new(Key, Kind, Title)
        {
            Coming = Coming ?? "",
            Guidance = Guidance ?? "",
            Letter = Letter ?? "",
            Needs = Needs,
            StartsClock = StartsClock,
            Cancelling = Cancelling,
            Settings = Settings,
        };
    }

    public static string Name => "pathway";

    public async Task RunAsync(JsonElement step, CancellationToken cancel)
    {
        var asked = step.As<Step>();
        if (await db.Pathways.AnyAsync(one => one.Key == asked.Pathway, cancel)) return;

        try
        {
            db.Add(Pathway.Make(asked.Pathway, 1, asked.Title, [.. asked.Steps.Select(one => one.Read())], null, clock.GetUtcNow().UtcDateTime));
        }
        catch (RuleBrokenException broken)
        {
            throw new RecipeBrokenException(broken.Message, broken);
        }

        await db.SaveChangesAsync(cancel);
    }
}
