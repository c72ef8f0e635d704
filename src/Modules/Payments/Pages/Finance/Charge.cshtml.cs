using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Contracts;
using Percurso.Kernel.Audit;
using Percurso.Kernel.Data;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Web;
using Percurso.Payments.Contracts;
using Percurso.Payments.Data;
using Percurso.Payments.Domain;
using Percurso.Payments.Finance;
using Percurso.Payments.Gateways;
using Percurso.Theme.Contracts;

namespace Percurso.Payments.Pages.Finance;

/// <summary>One charge as finance sees it, with everything that happened to it.</summary>
[Authorize(Policy = PaymentsPermissions.SeeCharges)]
sealed class ChargeModel(PaymentsDb db, IFindPeople people, GiveBack giveBack, IAudit audit, Words words) : PageModel, IShowAgain
{
    [FromRoute]
    public Guid Id { get; set; }

    public Charge Charge { get; private set; } = null!;
    public IReadOnlyDictionary<Guid, KnownPerson> People { get; private set; } = new Dictionary<Guid, KnownPerson>();
    public bool HasProof { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await ShowAgainAsync(cancel);
        return Charge is null ? NotFound() : Page();
    }

    /// <summary>Finance has transferred what the gateway could not give back.</summary>
    public async Task<IActionResult> OnPostRefundedAsync(Guid refund, [FromServices] Microsoft.AspNetCore.Authorization.IAuthorizationService rights, CancellationToken cancel)
    {
        if (!(await rights.AuthorizeAsync(User, PaymentsPermissions.HandleCharges)).Succeeded) return Forbid();
        if (!await db.Charges.AnyAsync(charge => charge.Id == Id && charge.Refunds.Any(one => one.Id == refund && one.State == RefundState.ByHand), cancel)) return NotFound();

        using (var together = Together.Begin())
        {
            await giveBack.CompleteAsync(Id, refund, cancel);
            await audit.RecordAsync(PaymentsActs.RefundDone, $"{Id}", null, cancel);
            together.Complete();
        }

        TempData.Confirm(words["A devolução foi registrada."]);
        return RedirectToPage(new { Id });
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        Charge = (await db.Whole.AsNoTracking().SingleOrDefaultAsync(charge => charge.Id == Id, cancel))!;
        if (Charge is null) return;

        HasProof = await db.Proofs.AnyAsync(proof => proof.ChargeId == Id, cancel);
        People = await people.ByIdAsync(Charge.History.Select(line => line.AccountId).OfType<Guid>().Append(Charge.PayerId).Distinct(), cancel);
    }
}
