using System.Security.Claims;
using System.Threading.RateLimiting;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Percurso.Kernel.Security;

/// <summary>
/// How often one address may post to the doors anybody can knock at. Pages say which with
/// <c>[EnableRateLimiting(RateLimits.SignIn)]</c>; reading them is free. Configuration: <c>Limits:sign-in = 30</c> (an hour).
/// </summary>
public static class RateLimits
{
    public const string SignIn = "sign-in";
    public const string SignUp = "sign-up";
    public const string Reset = "reset";
    public const string Contact = "contact";

    /// <summary>Reading addresses by CEP: counted for each person who is signed in.</summary>
    public const string Addresses = "addresses";

    static readonly Dictionary<string, int> PerHour = new() { [SignIn] = 60, [SignUp] = 20, [Reset] = 10, [Contact] = 20 };

    internal static void AddRateLimits(this IServiceCollection services, IConfiguration configuration) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        foreach (var (name, normal) in PerHour)
        {
            var limit = configuration.GetValue($"Limits:{name}", normal);
            options.AddPolicy(name, http => HttpMethods.IsPost(http.Request.Method)
                ? RateLimitPartition.GetFixedWindowLimiter($"{name} {http.Connection.RemoteIpAddress}", _ => new()
                {
                    PermitLimit = limit,
                    Window = TimeSpan.FromHours(1),
                })
                : RateLimitPartition.GetNoLimiter("reading"));
        }

        var lookups = configuration.GetValue($"Limits:{Addresses}", 600);
        options.AddPolicy(Addresses, http => RateLimitPartition.GetFixedWindowLimiter($"{Addresses} {http.User.FindFirstValue(ClaimTypes.NameIdentifier)}", _ => new()
        {
            PermitLimit = lookups,
            Window = TimeSpan.FromHours(1),
        }));

        options.OnRejected = (context, _) =>
        {
            if (context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
                context.HttpContext.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
    });
}
