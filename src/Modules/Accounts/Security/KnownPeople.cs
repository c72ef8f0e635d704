using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Contracts;
using Percurso.Accounts.Data;
using Percurso.Accounts.Domain;

namespace Percurso.Accounts.Security;

sealed class KnownPeople(AccountsDb db, ILookupNormalizer normal) : IFindPeople
{
    public async Task<IReadOnlyDictionary<Guid, KnownPerson>> ByIdAsync(IEnumerable<Guid> accounts, CancellationToken cancel) =>
        await db.Accounts.AsNoTracking().Where(account => accounts.Contains(account.Id)).ToDictionaryAsync(account => account.Id, Known, cancel);

    public async Task<KnownPerson?> ByEmailAsync(string email, CancellationToken cancel)
    {
        var address = normal.NormalizeEmail(email);
        return await db.Accounts.AsNoTracking().SingleOrDefaultAsync(account => account.NormalizedEmail == address, cancel) is { } found ? Known(found) : null;
    }

    static KnownPerson Known(Account account) => new(account.Id, account.Name, account.Email!, new(account.Culture));
}
