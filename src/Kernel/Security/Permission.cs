using System.Security.Claims;

using Microsoft.Extensions.DependencyInjection;

namespace Percurso.Kernel.Security;

/// <summary>
/// Something a person may be allowed to do. Owned by a module as a constant name; given to roles, never to persons.
/// A page asks for it by policy: <c>[Authorize(Policy = ContentPermissions.ReadMessages)]</c>.
/// </summary>
/// <param name="Name">Module and act, <c>content.read-messages</c>: written in the database, so never renamed.</param>
/// <param name="Description">What it allows, in Portuguese, as the page that edits roles shows it.</param>
/// <param name="DefaultRoles">The roles that have it on a new site; administrators have every permission anyhow.</param>
public sealed record Permission(string Name, string Description, params string[] DefaultRoles);

/// <summary>Which permissions a person has now. Asked at each request, so that what was taken away is gone at the next.</summary>
public interface IPermissions
{
    ValueTask<IReadOnlySet<string>> OfAsync(ClaimsPrincipal person);
}

public static class PermissionRegistration
{
    public static IServiceCollection AddPermissions(this IServiceCollection services, params Permission[] permissions)
    {
        foreach (var permission in permissions) services.AddSingleton(permission);
        return services;
    }
}
