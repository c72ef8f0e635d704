using System.Security.Claims;
using System.Text.Json;

using Microsoft.AspNetCore.Identity;

using Percurso.Accounts.Contracts;
using Percurso.Accounts.Domain;
using Percurso.Kernel.Recipes;
using Percurso.Kernel.Security;

namespace Percurso.Accounts.Recipes;

/// <summary>
/// <c>{ "name": "roles", "roles": [ "marketing", … ] }</c>: each role, when it is new, gets the permissions whose modules name it
/// as a default. A role that exists stays as administrators have made it.
/// </summary>
sealed class Roles(RoleManager<Role> roles, IEnumerable<Permission> permissions) : IRecipeStep, IAddRoles
{
    sealed record Step(string Name, IReadOnlyList<string> Roles);

    public static string Name => "roles";

    public async Task RunAsync(JsonElement step, CancellationToken cancel)
    {
        foreach (var role in step.As<Step>().Roles) await AddAsync(role);
    }

    public async Task<bool> AddAsync(string name)
    {
        if (await roles.RoleExistsAsync(name)) return false;

        var role = new Role { Name = name };
        await roles.CreateAsync(role);
        foreach (var permission in permissions.Where(permission => permission.DefaultRoles.Contains(name)))
            await roles.AddClaimAsync(role, new Claim(Role.PermissionClaim, permission.Name));
        return true;
    }
}
