using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Percurso.Kernel.Security;

/// <summary>
/// What a signed-in person must do, or leave, before other doors open: a text to agree to, an approval to wait for. Asked for
/// every endpoint that is not open to visitors, after its policy has let the person in.
/// </summary>
public interface IGate
{
    /// <summary>Where the person is led instead, as a path of this site; null lets them pass.</summary>
    string? LeadsTo(HttpContext http, Endpoint endpoint);
}

public static class GateRegistration
{
    /// <summary>The gate that was added first is met first.</summary>
    public static IServiceCollection AddGate<T>(this IServiceCollection services) where T : class, IGate => services.AddSingleton<IGate, T>();

    internal static void UseGates(this IApplicationBuilder app)
    {
        var gates = app.ApplicationServices.GetServices<IGate>().ToList();
        app.Use((http, next) =>
        {
            if (http.User.Identity is not { IsAuthenticated: true } || http.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
                return next(http);
            if (gates.Select(gate => gate.LeadsTo(http, endpoint)).FirstOrDefault(path => path is not null) is not { } path) return next(http);

            http.Response.Redirect(path);
            return Task.CompletedTask;
        });
    }
}
