using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Data;
using Percurso.Kernel.Security;

namespace Percurso.Accounts.Security;

sealed class AccountNames(AccountsDb db) : IPeople
{
    public Task<string?> NameOfAsync(Guid account, CancellationToken cancel) =>
        db.Accounts.Where(row => row.Id == account).Select(row => row.Name).SingleOrDefaultAsync(cancel);
}
