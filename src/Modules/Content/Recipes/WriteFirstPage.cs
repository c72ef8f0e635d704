using System.Text.Json;

using Percurso.Content.Domain;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Recipes;
using Percurso.Kernel.Settings;

namespace Percurso.Content.Recipes;

/// <summary><c>{ "name": "first-page", "heading": …, "lead": …, "path": …, "steps": [ … ] }</c>: the words of the site's first page.</summary>
sealed class WriteFirstPage(ISettings settings) : IRecipeStep
{
    sealed record Step(string Name, LocalText Heading, LocalText Lead, LocalText Path, IReadOnlyList<FirstPage.Step> Steps);

    public static string Name => "first-page";

    public Task RunAsync(JsonElement step, CancellationToken cancel)
    {
        var page = step.As<Step>();
        return settings.SetAsync(new FirstPage(page.Heading, page.Lead, page.Path, page.Steps), cancel);
    }
}
