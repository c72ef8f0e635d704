using Microsoft.AspNetCore.Identity;

namespace Percurso.Accounts.Domain;

/// <summary>A person who signs in, by e-mail address. Identity keeps the password, the factors and the locks.</summary>
sealed class Account : IdentityUser<Guid>
{
    public Account() => Id = Guid.CreateVersion7();

    /// <summary>How the person is called.</summary>
    public required string Name { get; set; }

    /// <summary>The language of letters to this person, <c>pt-BR</c> or <c>en</c>.</summary>
    public required string Culture { get; set; }
}

/// <summary>What a person is here; its permissions are its claims of type <see cref="PermissionClaim"/>.</summary>
sealed class Role : IdentityRole<Guid>
{
    public const string PermissionClaim = "permission";

    /// <summary>The role that may do everything, whatever its claims.</summary>
    public const string Administrator = "administrator";

    public Role() => Id = Guid.CreateVersion7();
}
