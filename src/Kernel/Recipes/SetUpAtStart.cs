using System.Security.Cryptography;
using System.Text.Json;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

using Percurso.Kernel.Data;
using Percurso.Kernel.Settings;
using Percurso.Kernel.Web;

namespace Percurso.Kernel.Recipes;

/// <summary>
/// Sets a new site up unattended when the configuration names a recipe under <c>Setup:Recipe</c>; else prints the address of
/// the set-up page, with its code, once the host listens.
/// </summary>
sealed class SetUpAtStart(
    IServiceScopeFactory scopes, IConfiguration configuration, PublicUrl url, IHostApplicationLifetime lifetime, ILogger<SetUpAtStart> log) : BeforeStart
{
    public override async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var setUp = scope.ServiceProvider.GetRequiredService<ISetUp>();
        if (!await setUp.IsDoneAsync(cancellationToken))
        {
            if (configuration.GetSection("Setup").Get<SetUpAnswers>() is { Recipe.Length: > 0 } answers)
                await UnattendedAsync(setUp, answers, cancellationToken);
            else
                await InviteAsync(scope.ServiceProvider, cancellationToken);
        }

        lifetime.ApplicationStarted.Register(() => log.LogInformation("Percurso is ready: {Url}", url.To("/")));
    }

    static async Task UnattendedAsync(ISetUp setUp, SetUpAnswers answers, CancellationToken cancel)
    {
        try
        {
            await setUp.RunAsync(answers, cancel);
        }
        catch (Exception refused) when (refused is RuleBrokenException or RecipeBrokenException)
        {
            throw new StartRefusedException($"The site could not be set up from the configuration under Setup: {refused.Message}", refused);
        }
    }

    async Task InviteAsync(IServiceProvider services, CancellationToken cancel)
    {
        var settings = services.GetRequiredService<ISettings>();
        var fresh = JsonSerializer.Serialize(new SetUpCode(RandomNumberGenerator.GetHexString(20, lowercase: true)), JsonSerializerOptions.Web);
        await services.GetRequiredService<KernelDb>().Database.ExecuteSqlAsync(
            $"insert into kernel.setting (key, value) values ({SetUpCode.Key}, {fresh}::jsonb) on conflict do nothing", cancel);
        var code = (await settings.FindAsync<SetUpCode>(cancel))!.Code;
        lifetime.ApplicationStarted.Register(() => log.LogInformation("This site is not set up yet. Open {Url}", url.To($"{SetUpGate.Page}?codigo={code}")));
    }
}
