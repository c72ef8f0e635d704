using System.Security.Claims;

namespace Percurso.Kernel.Security;

/// <summary>What every module may know of the person behind a request.</summary>
public static class SignedInPerson
{
    /// <summary>
    /// The claim of a session in which somebody of the staff sees the site as this person: whose account really is there.
    /// Such a session reads and never writes.
    /// </summary>
    public const string SeenByClaim = "seen-by";

    /// <summary>The account of whoever is signed in, or is being seen as.</summary>
    /// <exception cref="InvalidOperationException">Nobody is: the page is open, ask <see cref="FindAccountId"/>.</exception>
    public static Guid AccountId(this ClaimsPrincipal person) =>
        person.FindAccountId() ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>Null for a visitor.</summary>
    public static Guid? FindAccountId(this ClaimsPrincipal person) => Read(person, ClaimTypes.NameIdentifier);

    /// <summary>Who of the staff is looking through this person's eyes; null in a session of one's own. For logs of access.</summary>
    public static Guid? SeenBy(this ClaimsPrincipal person) => Read(person, SeenByClaim);

    static Guid? Read(ClaimsPrincipal person, string claim) => Guid.TryParse(person.FindFirstValue(claim), out var id) ? id : null;
}
