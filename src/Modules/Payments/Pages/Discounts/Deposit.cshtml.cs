using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Kernel;
using Percurso.Kernel.Audit;
using Percurso.Kernel.Data;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Security;
using Percurso.Payments.Charging;
using Percurso.Payments.Contracts;
using Percurso.Payments.Data;
using Percurso.Payments.Finance;
using Percurso.Theme.Contracts;

namespace Percurso.Payments.Pages.Discounts;

[Authorize(Policy = PaymentsPermissions.ManageCoupons)]
sealed class DepositModel(PaymentsDb db, Purses purses, IAudit audit, Words words) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public string SponsorName { get; private set; } = "";

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        SponsorName = await db.Sponsors.Where(one => one.Id == Id).Select(one => one.Name).SingleOrDefaultAsync(context.HttpContext.RequestAborted) ?? "";
        if (SponsorName.Length == 0) context.Result = NotFound();
        else await next();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!Money.TryParse(Input.Amount, out var amount) || amount.IsZero)
            throw new RuleBrokenException("Escreva o valor em reais, como 120,50.") { Field = "Input.Amount" };

        using (var together = Together.Begin())
        {
            await purses.MoveSponsorAsync(Id, amount, Input.Note.Trim(), null, User.AccountId(), cancel);
            await db.SaveChangesAsync(cancel);
            await audit.RecordAsync(PaymentsActs.SponsorPaidIn, $"{Id}", new Dictionary<string, string> { ["cents"] = $"{amount.Cents}" }, cancel);
            together.Complete();
        }

        TempData.Confirm(words["O depósito foi registrado."]);
        return RedirectToPage("Sponsor", new { Id });
    }

    internal sealed class Form
    {
        [Required(ErrorMessage = "Escreva o valor em reais, como 120,50.")]
        [StringLength(20, ErrorMessage = "O valor é mais curto. Confira o que foi colado.")]
        public string Amount { get; set; } = "";

        [Required(ErrorMessage = "Escreva de onde veio o depósito.")]
        [StringLength(120, ErrorMessage = "A anotação passa de 120 letras. Escreva-a mais curta.")]
        public string Note { get; set; } = "";
    }
}
