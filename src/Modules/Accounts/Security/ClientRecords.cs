using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Contracts;
using Percurso.Accounts.Data;

namespace Percurso.Accounts.Security;

sealed class ClientRecords(AccountsDb db) : IRecords
{
    public async Task<ClientRecord?> OfAsync(Guid account, CancellationToken cancel) =>
        await db.Accounts.AsNoTracking().SingleOrDefaultAsync(one => one.Id == account, cancel) is { } found
            ? new(found.Name, found.Email!, found.PhoneNumber, found.TaxId, found.Cro, found.Missing())
            : null;
}
