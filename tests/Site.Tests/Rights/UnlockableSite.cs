using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

using Percurso.Testing;

namespace Percurso.Tests.Rights;

/// <summary>
/// A site on which one request at a time can go as if its endpoint had no policy: how the table of rights is shown to
/// notice a policy that somebody removed.
/// </summary>
public sealed class UnlockableSite : Site
{
    /// <summary>The header that asks for it.</summary>
    public const string WithoutPolicy = "X-Without-Policy";

    Task<Walk>? walk;

    /// <summary>Where the objects of the table's addresses are, asked once: what is allowed changes what can be seen.</summary>
    internal Task<Walk> WalkAsync() => walk ??= Walk.PrepareAsync(this);

    /// <summary>Without a mail server letters may be read on their page, which the table speaks of too.</summary>
    protected override bool SendsMail => false;

    protected override void Change(IServiceCollection services)
    {
        services.RemoveAll<IPolicyEvaluator>();
        services.AddTransient<PolicyEvaluator>();
        services.AddTransient<IPolicyEvaluator, Unlocked>();
    }

    sealed class Unlocked(PolicyEvaluator real) : IPolicyEvaluator
    {
        public Task<AuthenticateResult> AuthenticateAsync(AuthorizationPolicy policy, HttpContext context) => real.AuthenticateAsync(policy, context);

        public async Task<PolicyAuthorizationResult> AuthorizeAsync(
            AuthorizationPolicy policy, AuthenticateResult authenticationResult, HttpContext context, object? resource) =>
            context.Request.Headers.ContainsKey(WithoutPolicy)
                ? PolicyAuthorizationResult.Success()
                : await real.AuthorizeAsync(policy, authenticationResult, context, resource);
    }
}
