using System.Globalization;

using Percurso.Kernel;

namespace Percurso.Accounts.Contracts;

/// <summary>Somebody who followed the link of an invitation, and so has shown that the address is theirs.</summary>
/// <param name="Name">How they want to be called.</param>
/// <param name="Email">The address the letter went to.</param>
/// <param name="Password">As they typed it.</param>
/// <param name="Role">What they are here: a role of the recipe, such as <c>dentist</c>.</param>
/// <param name="Culture">The language of their letters.</param>
public sealed record Newcomer(string Name, string Email, string Password, string Role, CultureInfo Culture);

/// <summary>Opens accounts for people whom another module invited; call it inside its <c>Together</c>.</summary>
public interface IOpenAccount
{
    /// <returns>The new account's id.</returns>
    /// <exception cref="RuleBrokenException">The address has an account already, or the password is refused.</exception>
    Task<Guid> OpenAsync(Newcomer newcomer);
}
