using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Percurso.Kernel.Web;

/// <summary>
/// Logs one line an event, as JSON in Production; traces and figures to an OpenTelemetry collector when
/// <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names one. Neither holds names, addresses, health data or query strings.
/// </summary>
static class Telemetry
{
    public static void AddTelemetry(this IHostApplicationBuilder app)
    {
        app.Logging.ClearProviders();
        if (app.Environment.IsProduction()) app.Logging.AddJsonConsole(console => console.UseUtcTimestamp = true);
        else app.Logging.AddSimpleConsole(console => console.SingleLine = true);

        if (app.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 }) app.Services.AddHostedService<Exporter>();
    }

    /// <summary>The framework's own sources carry paths without queries; ours carry ids.</summary>
    sealed class Exporter : IHostedService, IDisposable
    {
        readonly ResourceBuilder resource = ResourceBuilder.CreateDefault().AddService("percurso");
        TracerProvider? traces;
        MeterProvider? figures;

        public Task StartAsync(CancellationToken cancellationToken)
        {
            traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource)
                .AddSource("Microsoft.AspNetCore", "Npgsql").AddOtlpExporter().Build();
            figures = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource)
                .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Npgsql", "System.Runtime").AddOtlpExporter().Build();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
            traces?.Dispose();
            figures?.Dispose();
        }
    }
}
