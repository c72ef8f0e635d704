using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Contracts;
using Percurso.Accounts.Data;
using Percurso.Accounts.Domain;

namespace Percurso.Accounts.Security;

sealed class StaffByPermission(AccountsDb db) : IStaff
{
    public async Task<IReadOnlyList<KnownPerson>> WithAsync(string permission, CancellationToken cancel)
    {
        var roles = db.Set<IdentityRoleClaim<Guid>>()
            .Where(claim => claim.ClaimType == Role.PermissionClaim && claim.ClaimValue == permission).Select(claim => claim.RoleId);
        var found = await db.Accounts.AsNoTracking()
            .Where(account => db.Set<IdentityUserRole<Guid>>().Any(member => member.UserId == account.Id && roles.Contains(member.RoleId)))
            .OrderBy(account => EF.Functions.Collate(account.Name, "pt-BR-x-icu")).ThenBy(account => account.Id).ToListAsync(cancel);
        return [.. found.Select(account => new KnownPerson(account.Id, account.Name, account.Email!, new(account.Culture)))];
    }
}
