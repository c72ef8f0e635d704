using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

using Percurso.Accounts.Privacy;
using Percurso.Accounts.Security;
using Percurso.Accounts.Security.Gates;
using Percurso.Kernel.Security;

namespace Percurso.Accounts.Pages.Accounts.Own;

[Authorize, BeforeAgreeing]
sealed class CopyOfDataModel(CopyOfData copy) : OwnPage
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-store";
        return File(await copy.OfAsync(User.AccountId(), cancel), "application/zip", "percurso.zip");
    }
}
