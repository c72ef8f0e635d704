using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Contracts;
using Percurso.Accounts.Data;
using Percurso.Accounts.Domain;
using Percurso.Accounts.Staff;
using Percurso.Kernel.Audit;
using Percurso.Kernel.Data;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Web;
using Percurso.Theme.Contracts;

namespace Percurso.Accounts.Pages.Accounts.Staff;

[Authorize(Policy = AccountsPermissions.ManagePeople)]
sealed class PeopleModel(AccountsDb db, IAudit audit, TimeProvider clock, Words words) : PageModel, IShowAgain
{
    public const int Size = 25;

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Search { get; set; }

    [BindProperty(Name = "papel", SupportsGet = true)]
    public string? Role { get; set; }

    [BindProperty(Name = "pagina", SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public DateTime Now => clock.GetUtcNow().UtcDateTime;
    public IReadOnlyList<string> Roles { get; private set; } = [];
    public IReadOnlyList<Invitation> Invitations { get; private set; } = [];
    public int Total { get; private set; }
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => ShowAgainAsync(cancel);

    public Task<IActionResult> OnPostSendAgainAsync(Guid id, CancellationToken cancel) =>
        ChangeAsync(id, invitation => invitation.SendAgain(Now), words["O convite foi enviado de novo; só o endereço da nova carta vale."], cancel);

    public Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancel) =>
        ChangeAsync(id, invitation => invitation.Withdraw(Now), words["O convite foi retirado; o endereço da carta já não abre."], cancel, StaffActs.Withdrawn);

    async Task<IActionResult> ChangeAsync(Guid id, Action<Invitation> change, string done, CancellationToken cancel, AuditAct? act = null)
    {
        if (await db.Invitations.SingleOrDefaultAsync(invitation => invitation.Id == id, cancel) is not { } found) return NotFound();

        change(found);
        using (var together = Together.Begin())
        {
            await db.SaveChangesAsync(cancel);
            if (act is not null) await audit.RecordAsync(act, $"{found.Id}", null, cancel);
            together.Complete();
        }

        TempData.Confirm(done);
        return RedirectToPage();
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        Roles = await db.Set<Role>().OrderBy(role => role.Name).Select(role => role.Name!).ToListAsync(cancel);
        Invitations = await db.Invitations.AsNoTracking().Where(invitation => invitation.AcceptedAt == null && invitation.WithdrawnAt == null)
            .OrderByDescending(invitation => invitation.InvitedAt).ToListAsync(cancel);

        var people = Matching();
        Total = await people.CountAsync(cancel);
        PageNumber = Paging.Within(PageNumber, Size, Total);
        Lines = await people.OrderBy(account => EF.Functions.Collate(account.Name, "pt-BR-x-icu")).ThenBy(account => account.Id)
            .Skip((PageNumber - 1) * Size).Take(Size)
            .Select(account => new Line(account.Id, account.Name, account.Email!,
                (from member in db.Set<IdentityUserRole<Guid>>()
                 join role in db.Set<Role>() on member.RoleId equals role.Id
                 where member.UserId == account.Id
                 orderby role.Name
                 select role.Name!).ToList()))
            .ToListAsync(cancel);
    }

    IQueryable<Account> Matching()
    {
        var people = db.Accounts.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(Search))
            people = people.Where(account => Sql.Plain(account.Name + " " + account.Email).Contains(Sql.Plain(Search.Trim())));
        return string.IsNullOrEmpty(Role) ? people
            : from account in people
              where db.Set<IdentityUserRole<Guid>>().Any(member => member.UserId == account.Id && db.Set<Role>().Any(role => role.Id == member.RoleId && role.Name == Role))
              select account;
    }

    internal sealed record Line(Guid Id, string Name, string Email, List<string> Roles);
}
