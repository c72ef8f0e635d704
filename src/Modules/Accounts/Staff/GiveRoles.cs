using Microsoft.AspNetCore.Identity;

using Percurso.Accounts.Domain;
using Percurso.Kernel;
using Percurso.Kernel.Audit;
using Percurso.Kernel.Data;

namespace Percurso.Accounts.Staff;

/// <summary>Gives somebody exactly these roles. The site never loses its last administrator.</summary>
sealed class GiveRoles(UserManager<Account> accounts, RoleManager<Role> roles, IAudit audit)
{
    /// <exception cref="RuleBrokenException">A role does not exist, or it would be the last administrator.</exception>
    public async Task ToAsync(Account account, IReadOnlyList<string> wanted, CancellationToken cancel)
    {
        foreach (var role in wanted)
            if (!await roles.RoleExistsAsync(role)) throw new RuleBrokenException("Um dos papéis já não existe. Atualize a página e escolha de novo.");

        var has = await accounts.GetRolesAsync(account);
        if (has.Contains(Role.Administrator) && !wanted.Contains(Role.Administrator)) await DemandAnotherAdministratorAsync(account);

        using var together = Together.Begin();
        await accounts.RemoveFromRolesAsync(account, has.Except(wanted));
        await accounts.AddToRolesAsync(account, wanted.Except(has));
        await audit.RecordAsync(
            StaffActs.RolesGiven, $"{account.Id}",
            new Dictionary<string, string> { ["before"] = string.Join(", ", has.Order(StringComparer.Ordinal)), ["after"] = string.Join(", ", wanted.Order(StringComparer.Ordinal)) }, cancel);
        together.Complete();
    }

    /// <exception cref="RuleBrokenException">There is no other.</exception>
    public async Task DemandAnotherAdministratorAsync(Account account)
    {
        if ((await accounts.GetUsersInRoleAsync(Role.Administrator)).All(one => one.Id == account.Id || one.BlockedAt is not null))
            throw new RuleBrokenException("Esta é a última pessoa que administra o site. Dê o papel a outra antes.");
    }
}
