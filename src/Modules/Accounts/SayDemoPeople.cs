using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

using Percurso.Accounts.Recipes;
using Percurso.Kernel.Recipes;
using Percurso.Kernel.Settings;

namespace Percurso.Accounts;

/// <summary>Tells whoever starts a demonstration how to sign in as each kind of person. Their passwords are in the recipe for all to read.</summary>
sealed class SayDemoPeople(IServiceScopeFactory scopes, RecipeBook book, IHostEnvironment environment, ILogger<SayDemoPeople> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (environment.IsProduction()) return;

        await using var scope = scopes.CreateAsyncScope();
        var company = await scope.ServiceProvider.GetRequiredService<ISettings>().FindAsync<Company>(cancellationToken);
        if (company is null || book.Find(company.Recipe) is not { Demo: true } recipe) return;

        foreach (var person in recipe.Steps.Where(step => step.GetProperty("name").GetString() == People.Name).SelectMany(step => step.As<People.Step>().People))
            log.LogInformation("Demo: sign in as {Role} with {Email} and {Password}", string.Join(", ", person.Roles), person.Email, person.Password);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
