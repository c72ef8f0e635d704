using System.Text.Encodings.Web;
using System.Text.Unicode;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

using Percurso.Kernel.Audit;
using Percurso.Kernel.Brazil;
using Percurso.Kernel.Commands;
using Percurso.Kernel.Data;
using Percurso.Kernel.Events;
using Percurso.Kernel.Jobs;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Mail;
using Percurso.Kernel.Navigation;
using Percurso.Kernel.Recipes;
using Percurso.Kernel.Security;
using Percurso.Kernel.Settings;
using Percurso.Kernel.Web;

namespace Percurso.Kernel;

/// <summary>The ground under all modules, put together: what the host's <c>Program.cs</c> calls, and nothing else does.</summary>
public static class PercursoHost
{
    /// <summary>Registers the ground, then the modules in their order.</summary>
    public static void AddPercurso(this WebApplicationBuilder app, params IReadOnlyList<IModule> modules)
    {
        app.AddTelemetry();

        app.AddData();
        app.AddAudit();
        app.AddAddresses();
        app.AddMail();
        app.Services.AddSingleton(TimeProvider.System);
        app.Services.AddSingleton(modules);
        app.Services.AddScoped<Menus>();
        app.AddWeb(modules);
        app.AddSecurity();

        foreach (var module in modules) module.AddTo(app);

        app.Services.AddJobSchedules();
    }

    /// <summary>
    /// Runs the site until it is told to stop, or the command that the arguments begin with. What an operator can mend is said
    /// in a sentence, with exit code 1.
    /// </summary>
    public static async Task<int> RunPercursoAsync(this WebApplication app, IReadOnlyList<string> arguments)
    {
        try
        {
            if (RunCommand.NameIn(arguments) is { } command) return await RunCommand.NamedAsync(command, app, CancellationToken.None);

            PublicUrl.Check(app.Configuration, app.Environment);
            KeySeal.Of(app.Configuration, app.Environment);
            app.UsePercurso();
            await app.RunAsync();
            return 0;
        }
        catch (Exception failure) when (StartFailure.Explain(failure) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return 1;
        }
    }

    static void AddData(this IHostApplicationBuilder app)
    {
        Database.AddTo(app);
        app.AddModuleDb<KernelDb>(KernelDb.Schema);
        app.Services.AddHostedService<MigrateAtStart>();
        app.Services.AddHostedService<SetUpAtStart>();

        app.Services.AddSingleton<Bell>().AddHostedService(services => services.GetRequiredService<Bell>());
        app.Services.AddSingleton<FactRegistry>();
        app.Services.AddSingleton<Deliver>();
        app.Services.AddHostedService<Relay>();
        app.Services.AddScoped<ISetAside, SetAside>();
        app.Services.AddJob<ForgetDeliveredFacts>();
        app.Services.AddScoped<IJobBoard, JobBoard>();

        app.Services.AddScoped<ISettings, StoredSettings>();
        app.Services.AddSingleton(new RecipeBook(Path.Combine(AppContext.BaseDirectory, "recipes")));
        app.Services.AddScoped<RunRecipe>();
        app.Services.AddScoped<ISetUp, SetUp>();
    }

    static void AddAudit(this IHostApplicationBuilder app)
    {
        app.Services.AddHttpContextAccessor();
        app.Services.AddScoped<IAudit, Audit.Audit>();
        app.Services.AddScoped<IAuditLog, AuditLog>();
        app.Services.AddScoped<CheckChain>();
        app.Services.AddCommand<VerifyAudit>();
        app.Services.AddAuditActs(KernelActs.SiteSetUp, KernelActs.LetterSentAgain, KernelActs.FactResumed, KernelActs.JobRun);
    }

    static void AddAddresses(this IHostApplicationBuilder app)
    {
        app.Services.AddSingleton<CepTable>();
        ViaCep.AddTo(app.Services, app.Configuration);
        app.Services.AddScoped<IAddresses, Addresses>();
    }

    static void AddMail(this IHostApplicationBuilder app)
    {
        app.Services.AddOptions<MailOptions>().Bind(app.Configuration.GetSection("Mail"));
        app.Services.AddSingleton<PublicUrl>();
        app.Services.AddSingleton<Transport>();
        app.Services.AddHostedService<CheckMail>();
        app.Services.AddSingleton<Courier>().AddHostedService(services => services.GetRequiredService<Courier>());
        app.Services.AddTransient(services => MailRoute.Of(services.GetRequiredService<IOptions<MailOptions>>().Value, services.GetRequiredService<PublicUrl>()));
        app.Services.AddScoped<LetterView>();
        app.Services.AddScoped<IPost, Post>();
        app.Services.AddScoped<ILetters, Letters>();
        app.Services.AddJob<ForgetOldLetters>();
    }

    static void AddWeb(this WebApplicationBuilder app, IReadOnlyList<IModule> modules)
    {
        app.Services.AddLanguages(modules);
        app.Services.AddScoped<CurrentSite>();
        app.Services.AddScoped(services => SiteIdentity.Of(services.GetRequiredService<CurrentSite>().Company));
        app.Services.AddScoped(services => TimeZoneInfo.FindSystemTimeZoneById(services.GetRequiredService<CurrentSite>().Company?.TimeZone ?? Company.DefaultTimeZone));
        app.Services.AddHealthChecks().AddCheck<DatabaseAnswers>("database");
        app.Services.AddScoped<RefusalFilter>();
        app.Services.AddRazorPages().AddDataAnnotationsLocalization();
        app.Services.Configure<MvcOptions>(options =>
        {
            options.Filters.AddService<RefusalFilter>();
            options.ModelBinderProviders.Insert(0, new StorableText());
        });
        // Without this "ç" is sent as "&#xE7;".
        app.Services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        app.Services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
    }

    static void AddSecurity(this WebApplicationBuilder app)
    {
        app.Services.AddAuthorization();
        app.Services.AddSingleton<IAuthorizationPolicyProvider, PermissionPolicies>();
        app.Services.AddScoped<IAuthorizationHandler, GrantByPermission>();
        app.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        app.Services.AddRateLimits(app.Configuration);
        app.Services.AddSingleton<KeyRing>();
        app.Services.AddDataProtection().SetApplicationName("percurso");
        app.Services.AddOptions<KeyManagementOptions>().Configure<KeyRing>((options, ring) =>
        {
            options.XmlRepository = ring;
            options.XmlEncryptor = KeySeal.Of(app.Configuration, app.Environment);
        });
        app.Services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "forma";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        app.Services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
        app.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            foreach (var proxy in app.Configuration.GetSection("Proxy:Known").Get<string[]>() ?? []) options.KnownProxies.Add(System.Net.IPAddress.Parse(proxy));
        });
    }

    static void UsePercurso(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        if (!app.Environment.IsDevelopment()) app.UseHsts();
        app.UseRequestLocalization();
        app.UseExceptionHandler("/erro/500");
        app.UseStatusCodePagesWithReExecute("/erro/{0}");
        app.UseNulInForms();
        app.UseRouting();
        app.UseOwnOrigin();
        app.UseSetUpGate();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseGates();

        app.MapStaticAssets().AllowAnonymous().Add(endpoint => endpoint.Metadata.Add(new WithoutSite()));
        app.MapHealth();
        app.MapAddresses();
        app.MapRazorPages().WithStaticAssets();
        foreach (var module in app.Services.GetRequiredService<IReadOnlyList<IModule>>()) module.Map(app);
        app.MapFallback(() => Results.NotFound()).AllowAnonymous().WithMetadata(new WithoutSite());
    }
}
