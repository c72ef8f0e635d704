using System.Text.Json;

using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Hosting;

using Percurso.Accounts.Domain;
using Percurso.Accounts.Security;
using Percurso.Kernel;
using Percurso.Kernel.Recipes;

namespace Percurso.Accounts.Recipes;

/// <summary>Somebody a recipe brings.</summary>
/// <param name="Person">How they are called.</param>
/// <param name="Email">What they sign in with.</param>
/// <param name="Password">Known to all who read the recipe.</param>
/// <param name="Roles">Names of roles.</param>
/// <param name="Phone">Of a record that is written already; null leaves it to them.</param>
/// <param name="TaxId">CPF or CNPJ.</param>
/// <param name="Cro"><c>SP-CD-12345</c>.</param>
sealed record RecipePerson(
    string Person, string Email, string Password, IReadOnlyList<string> Roles, string? Phone = null, string? TaxId = null, string? Cro = null);

/// <summary><c>{ "name": "people", "people": [ … ] }</c>: people with known passwords, for a demonstration, never in Production.</summary>
sealed class People(UserManager<Account> accounts, Agreeing agreeing, IHostEnvironment environment) : IRecipeStep
{
    internal sealed record Step(string Name, IReadOnlyList<RecipePerson> People);

    public static string Name => "people";

    public async Task RunAsync(JsonElement step, CancellationToken cancel)
    {
        if (environment.IsProduction()) throw new RecipeBrokenException("People with known passwords are never brought into Production.");

        foreach (var person in step.As<Step>().People)
            if (await accounts.FindByEmailAsync(person.Email) is null)
                await agreeing.AgreeAsync(await OpenAsync(accounts, person), cancel);
    }

    /// <exception cref="RuleBrokenException">The address or the password is refused.</exception>
    internal static async Task<Account> OpenAsync(UserManager<Account> accounts, RecipePerson person, string culture = "pt-BR")
    {
        var account = new Account
        {
            Name = person.Person,
            Culture = culture,
            UserName = person.Email,
            Email = person.Email,
            EmailConfirmed = true,
            PhoneNumber = person.Phone,
            TaxId = person.TaxId,
            Cro = person.Cro,
        };
        Demand(await accounts.CreateAsync(account, person.Password));
        Demand(await accounts.AddToRolesAsync(account, person.Roles));
        return account;
    }

    static void Demand(IdentityResult result)
    {
        if (!result.Succeeded) throw new RuleBrokenException(result.Errors.First().Description);
    }
}
