using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace Percurso.Kernel.Security;

/// <summary>
/// A policy for each permission, under its name. An endpoint that says nothing about who may call it is refused to everybody.
/// </summary>
sealed class PermissionPolicies(IEnumerable<Permission> permissions, IOptions<AuthorizationOptions> options) : IAuthorizationPolicyProvider
{
    static readonly AuthorizationPolicy Nobody = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();

    readonly Dictionary<string, AuthorizationPolicy> policies = permissions.ToDictionary(
        permission => permission.Name,
        permission => new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new Needs(permission.Name)).Build());

    readonly DefaultAuthorizationPolicyProvider others = new(options);

    public Task<AuthorizationPolicy> GetDefaultPolicyAsync() => others.GetDefaultPolicyAsync();

    public Task<AuthorizationPolicy?> GetFallbackPolicyAsync() => Task.FromResult<AuthorizationPolicy?>(Nobody);

    public Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) =>
        policies.TryGetValue(policyName, out var policy) ? Task.FromResult<AuthorizationPolicy?>(policy) : others.GetPolicyAsync(policyName);
}

/// <summary>The person must have this permission now.</summary>
sealed record Needs(string Permission) : IAuthorizationRequirement;

sealed class GrantByPermission(IPermissions permissions) : AuthorizationHandler<Needs>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, Needs requirement)
    {
        if ((await permissions.OfAsync(context.User)).Contains(requirement.Permission)) context.Succeed(requirement);
    }
}
