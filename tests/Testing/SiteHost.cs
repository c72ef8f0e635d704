using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Percurso.Testing;

/// <summary>The real program in the test's own process, with what every test site has: few connections, no limits, little log.</summary>
sealed class SiteHost(IEnumerable<KeyValuePair<string, string>> settings, Action<IServiceCollection> change) : WebApplicationFactory<Program>
{
    static readonly KeyValuePair<string, string>[] always =
    [
        new("Postgres:MaxPoolSize", "5"),
        new("Limits:sign-in", "100000"),
        new("Limits:sign-up", "100000"),
        new("Limits:reset", "100000"),
        new("Limits:contact", "100000"),
        new("Logging:LogLevel:Default", "Warning"),
        new("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Warning"),
        new("Logging:LogLevel:Microsoft.AspNetCore.DataProtection", "Error"),
        new("Logging:LogLevel:Quartz", "Error"),
    ];

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        foreach (var (key, value) in always.Concat(settings)) builder.UseSetting(key, value);
        builder.ConfigureTestServices(change);
    }
}
