using System.Text.Json;

using Percurso.Accounts.Domain;
using Percurso.Kernel.Recipes;
using Percurso.Kernel.Settings;

namespace Percurso.Accounts.Recipes;

/// <summary><c>{ "name": "agreements", "terms": { "version": …, "summary": … }, "privacy": … }</c>: what clients agree to.</summary>
sealed class WriteAgreements(ISettings settings) : IRecipeStep
{
    sealed record Step(string Name, Agreement Terms, Agreement Privacy);

    public static string Name => "agreements";

    public Task RunAsync(JsonElement step, CancellationToken cancel)
    {
        var (_, terms, privacy) = step.As<Step>();
        return settings.SetAsync(new Agreements(terms, privacy), cancel);
    }
}
