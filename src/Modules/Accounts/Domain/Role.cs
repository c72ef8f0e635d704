using Microsoft.AspNetCore.Identity;

namespace Percurso.Accounts.Domain;

/// <summary>What a person is here; its permissions are its claims of type <see cref="PermissionClaim"/>.</summary>
sealed class Role : IdentityRole<Guid>
{
    public const string PermissionClaim = "permission";

    /// <summary>The role that may do everything, whatever its claims.</summary>
    public const string Administrator = "administrator";

    /// <summary>The client: whoever signs up becomes one.</summary>
    public const string Dentist = "dentist";

    /// <summary>Prepares for a dentist.</summary>
    public const string Assistant = "assistant";

    public Role() => Id = Guid.CreateVersion7();

    /// <summary>Whether whoever has this role is of the company, rather than a client of it.</summary>
    public static bool IsOfStaff(string role) => role is not (Dentist or Assistant);
}
