using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Clinics.Contracts;
using Percurso.Kernel;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Security;
using Percurso.Kernel.Web;
using Percurso.Payments.Charging;
using Percurso.Payments.Contracts;
using Percurso.Payments.Data;
using Percurso.Theme.Contracts;

namespace Percurso.Payments.Pages.Payments;

/// <summary>
/// One charge, as the clinic sees it: what it consists of, what takes something off, and the way to pay. The same forms stand
/// on the pages of those who embed <c>&lt;checkout&gt;</c>; they are sent here and lead back there.
/// </summary>
[Authorize]
sealed class PayModel(PaymentsDb db, IClinicRights rights, Charges charges, Coupons coupons, Purses purses, BeginPayment begin, TimeProvider clock, Words words)
    : PageModel, IShowAgain
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>Set when the gateway sends somebody back: it proves nothing, and asks for patience.</summary>
    [BindProperty(Name = "voltou", SupportsGet = true)]
    public string? Returned { get; set; }

    public CheckoutView Shown { get; private set; } = null!;

    Guid Account => User.AccountId();

    DateTime Now => clock.GetUtcNow().UtcDateTime;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cancel = context.HttpContext.RequestAborted;
        var clinic = await db.Charges.Where(charge => charge.Id == Id).Select(charge => (Guid?)charge.ClinicId).SingleOrDefaultAsync(cancel);
        if (User.FindAccountId() is not { } account || clinic is not { } owner || !await rights.MayAsync(account, owner, ClinicAct.Prepare, cancel))
            context.Result = NotFound();
        else if (HttpMethods.IsPost(Request.Method) && !await rights.MayAsync(account, owner, ClinicAct.Pay, cancel)) context.Result = Forbid();
        else await next();
    }

    public Task OnGetAsync(CancellationToken cancel) => ShowAgainAsync(cancel);

    public async Task ShowAgainAsync(CancellationToken cancel) => Shown = (await CheckoutView.OfAsync(Id, Account, db, purses, begin, cancel))! with { HasReturned = Returned is not null };

    /// <summary>To the gateway.</summary>
    public async Task<IActionResult> OnPostPayAsync(CancellationToken cancel)
    {
        try
        {
            return Redirect(await begin.GoAsync(Id, Account, cancel));
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            throw new RuleBrokenException("O serviço de pagamento não respondeu. Nada foi cobrado; tente de novo em alguns minutos.");
        }
    }

    /// <summary>By coupon or credit alone.</summary>
    public async Task<IActionResult> OnPostSettleAsync(string? voltar, CancellationToken cancel)
    {
        await begin.SettleAsync(Id, Account, cancel);
        TempData.Confirm(words["O pedido está confirmado."]);
        return Back(voltar);
    }

    public async Task<IActionResult> OnPostCouponAsync(
        [Required(ErrorMessage = "Escreva o código do cupom."), StringLength(40, ErrorMessage = "O código é mais curto. Confira o que foi colado.")] string codigo, string? voltar, CancellationToken cancel)
    {
        var offer = await coupons.RedeemAsync(codigo, Id, Account, cancel);
        TempData.Confirm(words["O cupom {0} desconta {1}.", offer.Code, offer.Amount]);
        return Back(voltar);
    }

    public async Task<IActionResult> OnPostRemoveCouponAsync(string? voltar, CancellationToken cancel)
    {
        await coupons.ReleaseAsync(Id, cancel);
        TempData.Confirm(words["O cupom foi retirado e pode ser usado em outro pedido."]);
        return Back(voltar);
    }

    public async Task<IActionResult> OnPostUseCreditAsync(string? voltar, CancellationToken cancel)
    {
        await charges.ChangeAsync(Id, async charge =>
        {
            var amount = Money.Least(charge.Rest, await purses.CreditOfAsync(charge.ClinicId, cancel));
            await purses.UseCreditAsync(charge.ClinicId, amount, Id, cancel);
            charge.SetCredit(charge.FromCredit + amount, Account, Now);
        }, cancel);
        TempData.Confirm(words["O crédito do consultório foi usado neste pedido."]);
        return Back(voltar);
    }

    public async Task<IActionResult> OnPostKeepCreditAsync(string? voltar, CancellationToken cancel)
    {
        await charges.ChangeAsync(Id, async charge =>
        {
            await purses.GiveCreditAsync(charge.ClinicId, charge.FromCredit, Id, cancel);
            charge.SetCredit(Money.Zero, Account, Now);
        }, cancel);
        TempData.Confirm(words["O crédito continua guardado."]);
        return Back(voltar);
    }

    /// <summary>To pay in another way, or to change coupon or credit.</summary>
    public async Task<IActionResult> OnPostTakeBackAsync(string? voltar, CancellationToken cancel)
    {
        await charges.ChangeAsync(Id, charge =>
        {
            charge.TakeBack(Account, Now);
            return Task.CompletedTask;
        }, cancel);
        TempData.Warn(words["Escolha outra forma de pagar. Se você já pagou um boleto ou Pix deste pedido, não pague outra vez."]);
        return Back(voltar);
    }

    IActionResult Back(string? path) => path is not null && Url.IsLocalUrl(path) ? Redirect(path) : RedirectToPage(new { Id });
}
