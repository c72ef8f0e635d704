using System.Globalization;

namespace Percurso.Accounts.Contracts;

/// <summary>Somebody with an account, as other modules may know them.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">How the person is called now.</param>
/// <param name="Email">Where letters reach them, and what they sign in with.</param>
/// <param name="Culture">The language they read letters in.</param>
public sealed record KnownPerson(Guid Id, string Name, string Email, CultureInfo Culture);

/// <summary>Finds people for modules that keep only their ids.</summary>
public interface IFindPeople
{
    /// <summary>Those of these accounts that exist, by their ids.</summary>
    Task<IReadOnlyDictionary<Guid, KnownPerson>> ByIdAsync(IEnumerable<Guid> accounts, CancellationToken cancel);

    /// <summary>Null when nobody signs in with this address. Never let the answer be seen by somebody who does not read its mailbox.</summary>
    Task<KnownPerson?> ByEmailAsync(string email, CancellationToken cancel);
}
