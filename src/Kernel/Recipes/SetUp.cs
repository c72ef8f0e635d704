using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

using Percurso.Kernel.Audit;
using Percurso.Kernel.Data;
using Percurso.Kernel.Settings;

namespace Percurso.Kernel.Recipes;

/// <summary>What the first-start page, or the configuration under <c>Setup</c>, says of a new site.</summary>
public sealed class SetUpAnswers
{
    public string Recipe { get; set; } = "";
    public string SiteName { get; set; } = "";

    /// <summary>The administrator's name.</summary>
    public string Name { get; set; } = "";
    public string Email { get; set; } = "";
    public string Password { get; set; } = "";
}

/// <summary>
/// Makes the site, once: its settings, its first administrator, and what the recipe says, in one transaction. Of two who try
/// at the same time the second finds it done.
/// </summary>
public interface ISetUp
{
    Task<bool> IsDoneAsync(CancellationToken cancel);

    /// <summary>Whether this is the code that the host printed when it started without a site.</summary>
    Task<bool> IsCodeAsync(string? code, CancellationToken cancel);

    /// <summary>False when the site had been set up already.</summary>
    /// <exception cref="RuleBrokenException">The recipe cannot be used here, or the administrator's answers are refused.</exception>
    /// <exception cref="RecipeBrokenException">A step cannot be carried out.</exception>
    Task<bool> RunAsync(SetUpAnswers answers, CancellationToken cancel);
}

sealed class SetUp(KernelDb db, ISettings settings, RecipeBook book, RunRecipe run, IAudit audit, IHostEnvironment environment, ILogger<SetUp> log)
    : ISetUp
{
    public async Task<bool> IsDoneAsync(CancellationToken cancel) => await settings.FindAsync<Company>(cancel) is not null;

    public async Task<bool> IsCodeAsync(string? code, CancellationToken cancel) =>
        await settings.FindAsync<SetUpCode>(cancel) is { } right
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(code?.Trim() ?? ""), Encoding.UTF8.GetBytes(right.Code));

    public async Task<bool> RunAsync(SetUpAnswers answers, CancellationToken cancel)
    {
        var recipe = book.Find(answers.Recipe) ?? throw new RuleBrokenException("Esta receita não existe. Escolha uma da lista.");
        if (recipe.Demo && environment.IsProduction())
            throw new RuleBrokenException("A receita de demonstração traz senhas conhecidas e não pode ser usada em produção. Escolha outra.");

        using var together = Together.Begin();
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Lock})", cancel);
        if (await settings.FindAsync<Company>(cancel) is not null) return false;

        await settings.SetAsync(new Company(answers.SiteName, recipe.Name, Company.DefaultTimeZone, answers.Email), cancel);
        await run.AllAsync(recipe with { Steps = [Administrator(answers), .. recipe.Steps] }, cancel);
        await audit.RecordAsync(
            KernelActs.SiteSetUp, answers.SiteName, new Dictionary<string, string> { ["recipe"] = recipe.Name }, cancel, new AuditPerson(null, answers.Name));
        together.Complete();

        log.LogInformation("The site was set up with recipe {Recipe}.", recipe.Name);
        return true;
    }

    const long Lock = 0x5045_5243_5345_5455;

    static JsonElement Administrator(SetUpAnswers answers) =>
        JsonSerializer.SerializeToElement(new { name = "administrator", person = answers.Name, answers.Email, answers.Password }, JsonSerializerOptions.Web);
}
