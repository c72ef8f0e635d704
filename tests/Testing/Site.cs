using System.Collections.Concurrent;
using System.Net;

using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

using Percurso.Testing.Databases;
using Percurso.Testing.Http;
using Percurso.Testing.Mail;

using Xunit;

namespace Percurso.Testing;

/// <summary>
/// A whole site with a database, a clock and a mail server of its own, set up by the demo's recipe. Tests speak to it as
/// people do; what they need inside is asked for by intention. One for each test class, side by side with the others.
/// </summary>
public class Site : IAsyncLifetime
{
    static readonly Lazy<Task<string>> template = new(MakeTemplateAsync);

    readonly ConcurrentDictionary<Person, Lazy<Task<CookieCollection>>> signedIn = new();
    readonly TemporaryFolder folder = new();
    Host? host;

    public FakeClock Clock { get; } = new();

    public SmtpServer Mail { get; } = new();

    public TestDatabase Database { get; private set; } = null!;

    /// <summary>Where browsers find it; only a site that listens has one.</summary>
    public Uri Address { get; private set; } = new("http://localhost/");

    /// <summary>Whether the recipe has been run; otherwise the site waits for its set-up page.</summary>
    protected virtual bool IsSetUp => true;

    /// <summary>Whether it has a port of its own, for a real browser.</summary>
    protected virtual bool Listens => false;

    /// <summary>Whether it knows the mail server; otherwise letters stay in its folder, as in the demonstration.</summary>
    protected virtual bool SendsMail => true;

    /// <summary>Configuration beyond what every test site has.</summary>
    protected virtual IEnumerable<KeyValuePair<string, string>> Configuration => [];

    /// <summary>Replaces what a test must hold in its hand.</summary>
    protected virtual void Change(IServiceCollection services) { }

    /// <summary>Only for the harness: what the host is made of. Tests of the product speak HTTP.</summary>
    internal IServiceProvider Services => Running.Services;

    public async ValueTask InitializeAsync()
    {
        Database = await TestDatabases.CreateAsync(IsSetUp ? await template.Value : null);
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await StopAsync();
        await TestDatabases.DropAsync(Database);
        await Mail.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>Somebody who has not signed in.</summary>
    public Visitor Visitor(string language = "pt-BR") => WithCookies(new(), language);

    /// <summary>Somebody who has. The first time they go through the sign-in page; later ones come with the cookies of the first.</summary>
    public async Task<Visitor> SignedInAsync(Person person, string language = "pt-BR")
    {
        var cookies = new CookieContainer();
        cookies.Add(await (signedIn.GetOrAdd(person, one => new(() => SignInAsync(one)))).Value);
        return WithCookies(cookies, language);
    }

    /// <summary>A signed-in person, or a visitor for none.</summary>
    public Task<Visitor> AsAsync(Person? person, string language = "pt-BR") =>
        person is null ? Task.FromResult(Visitor(language)) : SignedInAsync(person, language);

    async Task<CookieCollection> SignInAsync(Person person)
    {
        var cookies = new CookieContainer();
        var entry = await WithCookies(cookies, "pt-BR").GetAsync("/entrar");
        var answer = await entry.Form().Fill("Input.Email", person.Email).Fill("Input.Password", person.Password).SendAsync();
        return answer.LeadsTo is not null
            ? cookies.GetAllCookies()
            : throw new InvalidOperationException($"{person.Email} could not sign in: {answer.Text}");
    }

    Visitor WithCookies(CookieContainer cookies, string language) =>
        new(Running.CreateDefaultClient(Address, new CookieContainerHandler(cookies))) { Language = language };

    /// <summary>The next start on the same database and clock, as after a deploy.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    Host Running => host ?? throw new InvalidOperationException("The site is not running.");

    async Task StartAsync()
    {
        host = new(this);
        if (Listens) host.UseKestrel(0);
        await Task.Run(host.StartServer);
        if (Listens) Address = new($"http://localhost:{host.ClientOptions.BaseAddress.Port}/");
    }

    async Task StopAsync()
    {
        if (host is not null) await host.DisposeAsync();
        host = null;
    }

    static async Task<string> MakeTemplateAsync()
    {
        var model = new TemplateSite { Database = await TestDatabases.CreateAsync() };
        await model.StartAsync();
        await model.StopAsync();
        await model.Mail.DisposeAsync();
        model.folder.Dispose();
        TestDatabases.Release(model.Database);
        return model.Database.Name;
    }

    sealed class TemplateSite : Site
    {
        protected override IEnumerable<KeyValuePair<string, string>> Configuration => Person.SetUp;
    }

    sealed class Host(Site site) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Development");
            foreach (var (key, value) in Defaults.Concat(site.SendsMail ? MailServer : []).Concat(site.Configuration)) builder.UseSetting(key, value);
            builder.ConfigureTestServices(services =>
            {
                services.AddSingleton<TimeProvider>(site.Clock);
                site.Change(services);
            });
        }

        IEnumerable<KeyValuePair<string, string>> MailServer => new Dictionary<string, string>
        {
            ["Mail:Smtp:Host"] = site.Mail.Host,
            ["Mail:Smtp:Port"] = $"{site.Mail.Port}",
            ["Mail:Smtp:StartTls"] = "false",
        };

        IEnumerable<KeyValuePair<string, string>> Defaults => new Dictionary<string, string>
        {
            ["ConnectionStrings:Percurso"] = site.Database.ConnectionString,
            ["Postgres:MaxPoolSize"] = "5",
            ["Data:Folder"] = site.folder.Path,
            ["Limits:sign-in"] = "100000",
            ["Limits:sign-up"] = "100000",
            ["Limits:reset"] = "100000",
            ["Limits:contact"] = "100000",
            ["Logging:LogLevel:Default"] = "Warning",
            ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Warning",
            ["Logging:LogLevel:Microsoft.AspNetCore.DataProtection"] = "Error",
            ["Logging:LogLevel:Quartz"] = "Error",
        };
    }
}
