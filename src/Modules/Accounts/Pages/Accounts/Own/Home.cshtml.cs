using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;

using Percurso.Accounts.Domain;
using Percurso.Accounts.Security;

namespace Percurso.Accounts.Pages.Accounts.Own;

[Authorize]
sealed class HomeModel(UserManager<Account> accounts) : PageModel
{
    public string FirstName { get; private set; } = "";
    public IReadOnlyList<string> Missing { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var me = await accounts.MeAsync(User);
        FirstName = me.Name.Split(' ')[0];
        Missing = me.Missing();
    }
}
