using System.Text.Json.Serialization;

using Microsoft.Extensions.Configuration.Json;

namespace Percurso.Gateway;

/// <summary>The program. Tests build it too, on their own clock and on a port that is free.</summary>
public static class DemonstrationGateway
{
    public static Task Main(string[] args) => Build(args).RunAsync();

    /// <param name="args"><c>--urls</c>, <c>--Secret</c>, <c>--File</c>.</param>
    /// <param name="change">Replaces what a test must hold in its hand.</param>
    public static WebApplication Build(string[] args, Action<IServiceCollection>? change = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory, ApplicationName = "Percurso.Gateway" });
        builder.Configuration.Sources.OfType<JsonConfigurationSource>().ToList().ForEach(file => builder.Configuration.Sources.Remove(file));
        if (string.IsNullOrEmpty(builder.Configuration["Secret"])) throw new InvalidOperationException("Give the demonstration gateway its --Secret, the same as the shop's.");

        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<Books>();
        builder.Services.AddSingleton<Tell>().AddHostedService(services => services.GetRequiredService<Tell>());
        builder.Services.AddHttpClient("shop").ConfigureHttpClient(client => client.Timeout = TimeSpan.FromSeconds(15)).RemoveAllLoggers();
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
        change?.Invoke(builder.Services);

        var app = builder.Build();
        app.Use((http, next) =>
        {
            http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'";
            http.Response.Headers.XContentTypeOptions = "nosniff";
            return next(http);
        });
        app.MapApi();
        app.MapTill();
        return app;
    }
}
