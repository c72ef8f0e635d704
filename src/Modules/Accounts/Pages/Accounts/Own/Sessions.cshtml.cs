using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

using Percurso.Accounts.Domain;
using Percurso.Accounts.Security;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Security;
using Percurso.Theme.Contracts;

namespace Percurso.Accounts.Pages.Accounts.Own;

[Authorize]
sealed class SessionsModel(Sessions sessions, Words words) : OwnPage
{
    public IReadOnlyList<Session> All { get; private set; } = [];

    public Guid Here => User.SessionId();

    public async Task OnGetAsync(CancellationToken cancel) => All = await sessions.OfAsync(User.AccountId(), cancel);

    public async Task<IActionResult> OnPostEndAsync(string? session, CancellationToken cancel)
    {
        if (!Guid.TryParse(session, out var id) || !await sessions.EndAsync(User.AccountId(), id, cancel)) return NotFound();

        TempData.Confirm(words["O aparelho saiu da conta."]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndOthersAsync(CancellationToken cancel)
    {
        await sessions.EndAllAsync(User.AccountId(), but: Here, cancel);
        TempData.Confirm(words["Todos os outros aparelhos saíram da conta."]);
        return RedirectToPage();
    }
}
