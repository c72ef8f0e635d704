namespace Percurso.Accounts.Contracts;

/// <summary>Makes roles known that come from another system.</summary>
public interface IAddRoles
{
    /// <summary>Adds a role of the staff with no permission but those that modules name for it.</summary>
    /// <returns>Whether it was new.</returns>
    Task<bool> AddAsync(string name);
}
