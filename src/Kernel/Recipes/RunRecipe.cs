using System.Text.Json;

using Percurso.Kernel.Data;

namespace Percurso.Kernel.Recipes;

/// <summary>Carries out a recipe: every step or none.</summary>
sealed class RunRecipe(IEnumerable<StepKind> kinds, RecipeBook book, IServiceProvider services)
{
    readonly Dictionary<string, StepKind> byName = kinds.ToDictionary(kind => kind.Name);

    /// <exception cref="RecipeBrokenException">A step has no module, or its module refuses it.</exception>
    public async Task AllAsync(Recipe recipe, CancellationToken cancel)
    {
        using var together = Together.Begin();
        await StepsAsync(recipe, [], cancel);
        together.Complete();
    }

    async Task StepsAsync(Recipe recipe, IReadOnlyList<string> within, CancellationToken cancel)
    {
        if (within.Contains(recipe.Name)) throw new RecipeBrokenException($"Recipe {recipe.Name} includes itself.");

        for (var i = 0; i < recipe.Steps.Count; i++)
        {
            try
            {
                await StepAsync(recipe.Steps[i], [.. within, recipe.Name], cancel);
            }
            catch (RecipeBrokenException broken) when (!broken.Message.StartsWith("Recipe ", StringComparison.Ordinal))
            {
                throw new RecipeBrokenException($"Recipe {recipe.Name}, step {i + 1}: {broken.Message}", broken);
            }
        }
    }

    async Task StepAsync(JsonElement step, IReadOnlyList<string> within, CancellationToken cancel)
    {
        if (step.ValueKind != JsonValueKind.Object || !step.TryGetProperty("name", out var named) || named.GetString() is not { } name)
            throw new RecipeBrokenException("A step needs a name.");

        if (name == "recipe") await StepsAsync(Included(step), within, cancel);
        else if (byName.GetValueOrDefault(name) is { } kind) await kind.RunAsync(services, step, cancel);
        else throw new RecipeBrokenException($"No module of this site knows a step named \"{name}\".");
    }

    Recipe Included(JsonElement step) =>
        step.TryGetProperty("recipe", out var other) && other.GetString() is { } name && book.Find(name) is { } found
            ? found
            : throw new RecipeBrokenException("The recipe it includes is not there.");
}
