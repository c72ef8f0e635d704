using System.Security.Claims;

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Data;
using Percurso.Accounts.Domain;
using Percurso.Kernel.Security;

namespace Percurso.Accounts.Security;

/// <summary>What a person's roles allow, read once a request: what an administrator takes away is gone at the next one.</summary>
sealed class GrantedPermissions(AccountsDb db, IEnumerable<Permission> all) : IPermissions
{
    static readonly HashSet<string> None = [];

    readonly Dictionary<Guid, IReadOnlySet<string>> known = [];

    public async ValueTask<IReadOnlySet<string>> OfAsync(ClaimsPrincipal person)
    {
        if (person.FindAccountId() is not { } id || person.HasClaim(claim => claim.Type == SignedIn.WaitsClaim)) return None;
        if (known.TryGetValue(id, out var granted)) return granted;

        return known[id] = await ReadAsync(id);
    }

    async Task<IReadOnlySet<string>> ReadAsync(Guid account)
    {
        var roles = from member in db.Set<IdentityUserRole<Guid>>()
                    where member.UserId == account
                    join role in db.Set<Role>() on member.RoleId equals role.Id
                    select role;
        if (await roles.AnyAsync(role => role.Name == Role.Administrator)) return all.Select(permission => permission.Name).ToHashSet();

        var claims = await (from role in roles
                            join claim in db.Set<IdentityRoleClaim<Guid>>() on role.Id equals claim.RoleId
                            where claim.ClaimType == Role.PermissionClaim
                            select claim.ClaimValue!).ToListAsync();
        return claims.ToHashSet();
    }
}
