using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

using Percurso.Accounts.Domain;
using Percurso.Accounts.Security;

namespace Percurso.Accounts.Pages.Accounts.Own;

/// <summary>Where a new dentist waits until the company has approved them.</summary>
[Authorize]
sealed class WaitingModel(UserManager<Account> accounts) : OwnPage
{
    public IReadOnlyList<string> Missing { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        var me = await accounts.MeAsync(User);
        if (me.WaitsSince is null) return Redirect(User.Home());

        Missing = me.Missing();
        return Page();
    }
}
