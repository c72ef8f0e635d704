using System.Security.Claims;

using Microsoft.AspNetCore.Identity;

using Percurso.Accounts.Domain;

namespace Percurso.Accounts.Security;

/// <summary>What a request knows of the person who is signed in.</summary>
static class SignedIn
{
    public const string SessionClaim = "session";
    public const string NameClaim = "person";

    /// <summary>There while a text that the person must agree to has a version they have not.</summary>
    public const string OwesClaim = "owes-agreement";

    /// <summary>There while the company has not approved the person yet.</summary>
    public const string WaitsClaim = "waits-for-approval";

    public static Guid SessionId(this ClaimsPrincipal person) => Guid.Parse(person.FindFirstValue(SessionClaim)!);

    public static bool IsStaff(this ClaimsPrincipal person) => person.FindAll(ClaimTypes.Role).Any(role => Role.IsOfStaff(role.Value));

    /// <summary>Where a person lands after signing in, when they were not going anywhere.</summary>
    public static string Home(this ClaimsPrincipal person) => person.IsStaff() ? "/admin" : "/inicio";

    /// <summary>The account of whoever is signed in; a session does not outlive its account.</summary>
    public static async Task<Account> MeAsync(this UserManager<Account> accounts, ClaimsPrincipal person) =>
        await accounts.GetUserAsync(person) ?? throw new InvalidOperationException("A session without its account.");
}
