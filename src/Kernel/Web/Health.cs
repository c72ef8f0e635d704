using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

using Npgsql;

namespace Percurso.Kernel.Web;

/// <summary>Ready means that the database answers; live, that the process does.</summary>
sealed class DatabaseAnswers(NpgsqlDataSource source) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var ask = source.CreateCommand("select 1");
            await ask.ExecuteScalarAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (NpgsqlException down)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.", down);
        }
    }
}

static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous().WithMetadata(new WithoutSite());
        routes.MapHealthChecks("/health/ready").AllowAnonymous().WithMetadata(new WithoutSite());
    }
}
