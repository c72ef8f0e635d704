using System.Collections.Concurrent;
using System.Net;
using System.Net.WebSockets;

using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.Extensions.DependencyInjection;

using Percurso.Kernel.Recipes;
using Percurso.Kernel.Settings;
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

    static readonly Lazy<TemporaryFolder> templateFiles = new(() =>
    {
        var kept = new TemporaryFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => kept.Dispose();
        return kept;
    });

    readonly ConcurrentDictionary<Person, Lazy<Task<CookieCollection>>> signedIn = new();
    readonly TemporaryFolder folder = new();
    SiteHost? host;
    SiteHost? other;

    public FakeClock Clock { get; } = new();

    public SmtpServer Mail { get; } = new();

    public TestDatabase Database { get; private set; } = null!;

    /// <summary>Where browsers find it; only a site that listens has one.</summary>
    public Uri Address { get; private set; } = new("http://localhost/");

    /// <summary>Whether the recipe has been run; otherwise the site waits for its set-up page.</summary>
    protected virtual bool IsSetUp => true;

    /// <summary>Whether the files that the demonstration's recipe brought lie in its store; otherwise it knows of them, and their bytes are gone.</summary>
    protected virtual bool HasFiles => false;

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

    /// <summary>How a program beside it, such as a gateway, reaches it where it has no port.</summary>
    internal HttpMessageHandler Handler => Running.Server.CreateHandler();

    public virtual async ValueTask InitializeAsync()
    {
        Database = await TestDatabases.CreateAsync(IsSetUp ? await template.Value : null);
        if (HasFiles) Copy(templateFiles.Value.Path, Path.Combine(folder.Path, "files"));
        await StartAsync();
    }

    public virtual async ValueTask DisposeAsync()
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

    /// <summary>Somebody in a session of their own, as on another device: it may be ended, and the shared one goes on.</summary>
    public async Task<Visitor> SignedInAnewAsync(Person person)
    {
        var cookies = new CookieContainer();
        cookies.Add(await SignInAsync(person));
        return WithCookies(cookies, "pt-BR");
    }

    /// <summary>Somebody in one session, of whom each request may go to another of two nodes on the same database and clock.</summary>
    public async Task<(Visitor Here, Visitor There)> SignedInOnTwoNodesAsync(Person person)
    {
        await StartAnotherAsync();
        var cookies = new CookieContainer();
        cookies.Add(await SignInAsync(person));
        return (WithCookies(cookies, "pt-BR"), new(other!.CreateDefaultClient(Address, new CookieContainerHandler(cookies))));
    }

    /// <summary>A second node on the same database and clock, until the site stops.</summary>
    public async Task StartAnotherAsync()
    {
        if (other is not null) return;

        other = NewHost();
        await Task.Run(other.StartServer);
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

    /// <summary>A WebSocket of somebody in a session of their own, to this node or to the other.</summary>
    /// <exception cref="InvalidOperationException">The site refused it.</exception>
    internal async Task<WebSocket> SocketAsync(Person? person, string path, bool there = false, string? origin = null)
    {
        var cookies = person is null ? [] : await SignInAsync(person);
        var client = (there ? other! : Running).Server.CreateWebSocketClient();
        client.ConfigureRequest = request =>
        {
            request.Headers.Cookie = string.Join("; ", cookies.Select(cookie => $"{cookie.Name}={cookie.Value}"));
            if (origin is not null) request.Headers.Origin = origin;
        };
        return await client.ConnectAsync(new(Address, path), CancellationToken.None);
    }

    Visitor WithCookies(CookieContainer cookies, string language) =>
        new(Running.CreateDefaultClient(Address, new CookieContainerHandler(cookies))) { Language = language };

    /// <summary>The address of the set-up page, with its code, as the host prints it when the site is new.</summary>
    public async Task<string> SetUpAddressAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        var code = await scope.ServiceProvider.GetRequiredService<ISettings>().FindAsync<SetUpCode>(CancellationToken.None);
        return $"/configurar?codigo={code?.Code ?? throw new InvalidOperationException("The site has been set up.")}";
    }

    /// <summary>
    /// Every row once the work that earlier requests caused has been done; without what jobs write of themselves, and the
    /// count of tries, which a refusal moves, and the number by which kept pages are known to be old.
    /// </summary>
    public async Task<Rows> RowsAsync()
    {
        await UnderWay.EndsAsync(Database, Clock.GetUtcNow().UtcDateTime);
        return await Rows.OfAsync(Database, "jobs.*", "kernel.job", "accounts.attempt", "content.edition");
    }

    /// <summary>The letters to an address that a site without a mail server has put into its folder.</summary>
    public async Task<IReadOnlyList<ReceivedLetter>> LettersInFolderAsync(string email)
    {
        var mail = new DirectoryInfo(Path.Combine(folder.Path, "mail"));
        var letters = new List<ReceivedLetter>();
        foreach (var file in mail.Exists ? mail.GetFiles("*.eml") : [])
            if (Mime.Read("", [], await File.ReadAllTextAsync(file.FullName)) is var letter && letter.Headers.GetValueOrDefault("To", "").Contains(email, StringComparison.Ordinal))
                letters.Add(letter);
        return letters;
    }

    /// <summary>The next start on the same database and clock, as after a deploy.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        new("ConnectionStrings:Percurso", Database.ConnectionString),
        new("Data:Folder", folder.Path),
        .. SendsMail
            ? [new("Mail:Smtp:Host", Mail.Host), new("Mail:Smtp:Port", $"{Mail.Port}"), new("Mail:Smtp:StartTls", "false")]
            : Enumerable.Empty<KeyValuePair<string, string>>(),
        .. Configuration,
    ];

    SiteHost Running => host ?? throw new InvalidOperationException("The site is not running.");

    async Task StartAsync()
    {
        host = NewHost();
        if (Listens) host.UseKestrel(0);
        await Task.Run(host.StartServer);
        if (Listens) Address = new($"http://localhost:{host.ClientOptions.BaseAddress.Port}/");
    }

    SiteHost NewHost() => new(Settings, services =>
    {
        services.AddSingleton<TimeProvider>(Clock);
        Change(services);
    });

    async Task StopAsync()
    {
        if (other is not null) await other.DisposeAsync();
        if (host is not null) await host.DisposeAsync();
        (host, other) = (null, null);
    }

    static async Task<string> MakeTemplateAsync()
    {
        var model = new TemplateSite { Database = await TestDatabases.CreateAsync() };
        await model.StartAsync();
        await UnderWay.EndsAsync(model.Database, model.Clock.GetUtcNow().UtcDateTime, TimeSpan.FromMinutes(1));
        await model.StopAsync();
        await model.Mail.DisposeAsync();
        // Each test's site begins at rest, with no letters but those it sends itself.
        foreach (var table in new[] { "letter_attempt", "letter", "delivery", "fact" }) await model.Database.DoAsync($"delete from kernel.{table}");
        Copy(Path.Combine(model.folder.Path, "files"), templateFiles.Value.Path);
        model.folder.Dispose();
        TestDatabases.Release(model.Database);
        return model.Database.Name;
    }

    static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    sealed class TemplateSite : Site
    {
        protected override IEnumerable<KeyValuePair<string, string>> Configuration => Person.SetUp;
    }
}
