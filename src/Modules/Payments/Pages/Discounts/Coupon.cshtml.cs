using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Contracts;
using Percurso.Kernel;
using Percurso.Kernel.Audit;
using Percurso.Kernel.Data;
using Percurso.Kernel.Localization;
using Percurso.Payments.Charging;
using Percurso.Payments.Contracts;
using Percurso.Payments.Data;
using Percurso.Payments.Domain;
using Percurso.Payments.Finance;
using Percurso.Theme.Contracts;

namespace Percurso.Payments.Pages.Discounts;

[Authorize(Policy = PaymentsPermissions.ManageCoupons)]
sealed class CouponModel(PaymentsDb db, IFindPeople people, SendCoupon send, IAudit audit, TimeProvider clock, Words words) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public Coupon Coupon { get; private set; } = null!;
    public IReadOnlyList<Line> Uses { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cancel = context.HttpContext.RequestAborted;
        Coupon = (await db.Coupons.Include(coupon => coupon.People.OrderBy(person => person.Email)).SingleOrDefaultAsync(coupon => coupon.Id == Id, cancel))!;
        if (Coupon is null)
        {
            context.Result = NotFound();
            return;
        }

        var uses = await (from use in db.Uses where use.CouponId == Id join charge in db.Charges on use.ChargeId equals charge.Id orderby use.UsedAt descending select new { use, charge.Title })
            .Take(500).AsNoTracking().ToListAsync(cancel);
        var names = await people.ByIdAsync(uses.Select(one => one.use.AccountId).Distinct(), cancel);
        Uses = [.. uses.Select(one => new Line(one.use.UsedAt, names.GetValueOrDefault(one.use.AccountId)?.Name ?? "", one.use.ChargeId, one.Title, one.use.Amount, one.use.ReleasedAt is not null))];
        await next();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancel)
    {
        Coupon.Withdraw(clock.GetUtcNow().UtcDateTime);
        using (var together = Together.Begin())
        {
            await db.SaveChangesAsync(cancel);
            await audit.RecordAsync(PaymentsActs.CouponWithdrawn, Coupon.Code, null, cancel);
            together.Complete();
        }

        TempData.Confirm(words["O cupom foi retirado."]);
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostSendAsync(CancellationToken cancel)
    {
        if (Coupon.WithdrawnAt is not null) throw new RuleBrokenException("Este cupom já foi retirado.");

        using (var together = Together.Begin())
        {
            await send.ToAllAsync(Coupon, cancel);
            await db.SaveChangesAsync(cancel);
            together.Complete();
        }

        TempData.Confirm(words["O cupom foi enviado por carta."]);
        return RedirectToPage(new { Id });
    }

    internal sealed record Line(DateTime At, string Who, Guid Charge, string Title, Money Amount, bool IsReleased);
}
