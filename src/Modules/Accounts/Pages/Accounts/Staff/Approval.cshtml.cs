using System.ComponentModel.DataAnnotations;

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
using Percurso.Kernel.Settings;
using Percurso.Kernel.Web;
using Percurso.Theme.Contracts;

namespace Percurso.Accounts.Pages.Accounts.Staff;

/// <summary>Whether new dentists wait for the company, and those who do.</summary>
[Authorize(Policy = AccountsPermissions.Approve)]
sealed class ApprovalModel(AccountsDb db, UserManager<Account> accounts, Approve approve, ISettings settings, IAudit audit, Words words) : PageModel, IShowAgain
{
    const int Most = 100;

    public bool IsOn { get; private set; }
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => ShowAgainAsync(cancel);

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        IsOn = await settings.FindAsync<ApprovalSetting>(cancel) is { IsOn: true };
        Lines = await db.Accounts.AsNoTracking().Where(account => account.WaitsSince != null && account.BlockedAt == null)
            .OrderBy(account => account.WaitsSince).Take(Most)
            .Select(account => new Line(account.Id, account.Name, account.Email!, account.Cro, account.WaitsSince!.Value)).ToListAsync(cancel);
    }

    public async Task<IActionResult> OnPostSetAsync(bool on, CancellationToken cancel)
    {
        using (var together = Together.Begin())
        {
            await settings.SetAsync(new ApprovalSetting(on), cancel);
            await audit.RecordAsync(StaffActs.ApprovalSet, ApprovalSetting.Key, new Dictionary<string, string> { ["on"] = on ? "true" : "false" }, cancel);
            together.Complete();
        }

        TempData.Confirm(on ? words["Dentistas novos esperam agora a aprovação. Quem já entrou continua."] : words["Dentistas novos entram logo. Quem já esperava continua esperando por você."]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostLetInAsync(Guid id, CancellationToken cancel)
    {
        if (await accounts.FindByIdAsync(id.ToString()) is not { } found) return NotFound();

        await approve.LetInAsync(found, cancel);
        TempData.Confirm(words["{0} foi aprovado e recebe uma carta.", found.Name]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRefuseAsync(
        Guid id, [StringLength(500, ErrorMessage = "O motivo passa de 500 letras. Escreva-o mais curto.")] string? reason, CancellationToken cancel)
    {
        if (await accounts.FindByIdAsync(id.ToString()) is not { } found) return NotFound();

        await approve.RefuseAsync(found, reason, cancel);
        TempData.Confirm(words["{0} não entra, e recebe o motivo por carta.", found.Name]);
        return RedirectToPage();
    }

    internal sealed record Line(Guid Id, string Name, string Email, string? Cro, DateTime WaitsSince);
}
