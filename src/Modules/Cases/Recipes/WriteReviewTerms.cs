using System.Text.Json;

using Percurso.Cases.Steps.Review;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Recipes;
using Percurso.Kernel.Settings;

namespace Percurso.Cases.Recipes;

/// <summary><c>{ "name": "review", "checklist": [ {…} ], "ownWork": false }</c>: what is looked at before a plan goes to the dentist. What is set stays.</summary>
sealed class WriteReviewTerms(ISettings settings) : IRecipeStep
{
    sealed record Step(string Name, IReadOnlyList<LocalText> Checklist, bool OwnWork = false);

    public static string Name => "review";

    public async Task RunAsync(JsonElement step, CancellationToken cancel)
    {
        var asked = step.As<Step>();
        if (await settings.FindAsync<ReviewTerms>(cancel) is null) await settings.SetAsync(new ReviewTerms(asked.Checklist, asked.OwnWork), cancel);
    }
}
