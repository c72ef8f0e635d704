using System.Text.Json;

using Microsoft.AspNetCore.Identity;

using Percurso.Accounts.Domain;
using Percurso.Kernel.Recipes;

namespace Percurso.Accounts.Recipes;

/// <summary>The first administrator, as the set-up page or the configuration names them.</summary>
sealed class Administrator(Roles roles, UserManager<Account> accounts) : IRecipeStep
{
    sealed record Step(string Name, string Person, string Email, string Password);

    public static string Name => "administrator";

    public async Task RunAsync(JsonElement step, CancellationToken cancel)
    {
        var (_, person, email, password) = step.As<Step>();
        await roles.AddAsync(Role.Administrator);
        if (await accounts.FindByEmailAsync(email) is null)
            await People.OpenAsync(accounts, new(person, email, password, [Role.Administrator]));
    }
}
