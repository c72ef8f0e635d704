using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Percurso.Kernel.Recipes;

/// <summary>Sets a new site up unattended when the configuration names a recipe under <c>Setup:Recipe</c>.</summary>
sealed class SetUpAtStart(IServiceScopeFactory scopes, IConfiguration configuration) : BeforeStart
{
    public override async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (configuration.GetSection("Setup").Get<SetUpAnswers>() is not { Recipe.Length: > 0 } answers) return;

        await using var scope = scopes.CreateAsyncScope();
        var setUp = scope.ServiceProvider.GetRequiredService<ISetUp>();
        if (await setUp.IsDoneAsync(cancellationToken)) return;

        try
        {
            await setUp.RunAsync(answers, cancellationToken);
        }
        catch (Exception refused) when (refused is RuleBrokenException or RecipeBrokenException)
        {
            throw new StartRefusedException($"The site could not be set up from the configuration under Setup: {refused.Message}", refused);
        }
    }
}
