using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

using Percurso.Testing;
using Percurso.Testing.Databases;
using Percurso.Testing.Http;
using Percurso.Testing.Mail;

namespace Percurso.Tests.Kills;

/// <summary>One of several hosts on one database.</summary>
sealed class Node(TestDatabase database, SmtpServer mail, Action<IServiceCollection>? change = null) : WebApplicationFactory<Program>
{
    readonly TemporaryFolder folder = new();

    public Task StartAsync() => Task.Run(StartServer);

    public Visitor Visitor() => new(CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true }));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        foreach (var (key, value) in Configuration.Concat(Person.SetUpWithoutDemo)) builder.UseSetting(key, value);
        builder.ConfigureLogging(logging => logging.ClearProviders());
        if (change is not null) builder.ConfigureTestServices(change);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Dispose();
    }

    Dictionary<string, string> Configuration => new()
    {
        ["ConnectionStrings:Percurso"] = database.ConnectionString,
        ["Postgres:MaxPoolSize"] = "8",
        ["Data:Folder"] = folder.Path,
        ["Mail:Smtp:Host"] = mail.Host,
        ["Mail:Smtp:Port"] = $"{mail.Port}",
        ["Mail:Smtp:StartTls"] = "false",
        ["Limits:contact"] = "1000000",
    };
}
