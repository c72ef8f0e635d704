using System.Security.Claims;

using Percurso.Kernel;

namespace Percurso.Accounts.Contracts;

/// <summary>What a person is asked for again before a grave act.</summary>
public enum ProofKind
{
    Password,

    /// <summary>The password, or the six digits that the authenticator shows.</summary>
    PasswordOrCode,

    /// <summary>They have only a passkey, and used it minutes ago.</summary>
    Nothing,

    /// <summary>They have only a passkey and must sign in with it again, after which there are ten minutes for the act.</summary>
    SignInAgain,
}

/// <summary>
/// Asks again who is sitting there, before an approval or a change of how one signs in. A page shows
/// <c>&lt;partial name="/Pages/Accounts/_Proof.cshtml" /&gt;</c> in its form, which posts <c>Proof</c>, and demands it before anything else.
/// </summary>
public interface IProof
{
    Task<ProofKind> AskedOfAsync(ClaimsPrincipal person, CancellationToken cancel);

    /// <param name="person">Who is signed in.</param>
    /// <param name="given">The field <c>Proof</c> as it was posted.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="RuleBrokenException">It is not theirs, was used before, or too many were tried.</exception>
    Task DemandAsync(ClaimsPrincipal person, string? given, CancellationToken cancel);
}
