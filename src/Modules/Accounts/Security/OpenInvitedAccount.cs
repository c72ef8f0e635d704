using Microsoft.AspNetCore.Identity;

using Percurso.Accounts.Contracts;
using Percurso.Accounts.Domain;
using Percurso.Kernel;

namespace Percurso.Accounts.Security;

sealed class OpenInvitedAccount(UserManager<Account> accounts, Welcome welcome) : IOpenAccount
{
    public async Task<Guid> OpenAsync(Newcomer newcomer)
    {
        var account = new Account
        {
            Name = newcomer.Name,
            Culture = newcomer.Culture.Name,
            UserName = newcomer.Email,
            Email = newcomer.Email,
            EmailConfirmed = true,
            WaitsSince = await welcome.WaitsSinceAsync(newcomer.Role, CancellationToken.None),
        };
        Demand(await accounts.CreateAsync(account, newcomer.Password));
        Demand(await accounts.AddToRoleAsync(account, newcomer.Role));
        return account.Id;
    }

    static void Demand(IdentityResult result)
    {
        if (!result.Succeeded) throw new RuleBrokenException(result.Errors.First().Description);
    }
}
