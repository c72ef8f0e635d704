using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
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
using Percurso.Payments.Domain;
using Percurso.Payments.Finance;
using Percurso.Theme.Contracts;

namespace Percurso.Payments.Pages.Finance;

/// <summary>What finance does to a charge by hand: each with a reason, each in the audit log.</summary>
[Authorize(Policy = PaymentsPermissions.HandleCharges)]
sealed class HandleModel(PaymentsDb db, Charges charges, IAudit audit, TimeProvider clock, Words words) : PageModel
{
    public const string Confirm = "confirmar", Refund = "devolver", Credit = "creditar", Cancel = "cancelar";

    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>One of the four.</summary>
    [FromRoute]
    public string Act { get; set; } = "";

    [BindProperty]
    public Form Input { get; set; } = new();

    public Charge Charge { get; private set; } = null!;

    public bool WantsAmount => Act is Refund or Credit;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Charge = (await db.Whole.AsNoTracking().SingleOrDefaultAsync(charge => charge.Id == Id, context.HttpContext.RequestAborted))!;
        if (Charge is null || Act is not (Confirm or Refund or Credit or Cancel)) context.Result = NotFound();
        else await next();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var amount = Money.Zero;
        if (WantsAmount && !string.IsNullOrWhiteSpace(Input.Amount) && !Money.TryParse(Input.Amount, out amount))
            throw new RuleBrokenException("Escreva o valor em reais, como 120,50, ou deixe vazio para tudo.") { Field = "Input.Amount" };

        try
        {
            await ActAsync(amount.IsZero ? null : amount, User.AccountId(), cancel);
        }
        catch (RuleBrokenException broken) when (WantsAmount)
        {
            throw new RuleBrokenException(broken.Words, [.. broken.Arguments]) { Field = "Input.Amount" };
        }

        TempData.Confirm(words["Feito e registrado na história da cobrança."]);
        return RedirectToPage("Charge", new { Id });
    }

    async Task ActAsync(Money? part, Guid by, CancellationToken cancel)
    {
        using var together = Together.Begin();
        await DoAsync(part, by, cancel);
        var details = new Dictionary<string, string> { ["charge"] = $"{Charge.Number}", ["amount"] = $"{(part ?? Charge.Total).Cents}" };
        await audit.RecordAsync(Act switch { Confirm => PaymentsActs.Confirmed, Refund => PaymentsActs.RefundAsked, Credit => PaymentsActs.Credited, _ => PaymentsActs.Cancelled }, $"{Id}", details, cancel);
        together.Complete();
    }

    async Task DoAsync(Money? part, Guid by, CancellationToken cancel)
    {
        var reason = Input.Reason.Trim();
        if (Act == Refund) await charges.RefundAsync(Id, part, reason, cancel, by);
        else if (Act == Credit) await charges.CreditAsync(Id, part, reason, cancel, by);
        else if (Act == Cancel) await charges.CancelAsync(Id, reason, cancel, by);
        else
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var proof = Input.Proof is { } file ? await ProofFile.ReadAsync(file, Id, by, now, cancel) : null;
            await charges.ChangeAsync(Id, found =>
            {
                found.ConfirmByHand(reason, by, now);
                if (proof is not null) db.Add(proof);
                return Task.CompletedTask;
            }, cancel);
        }
    }

    internal sealed class Form
    {
        [Required(ErrorMessage = "Escreva o motivo; ele fica na história.")]
        [StringLength(400, ErrorMessage = "O motivo passa de 400 letras. Escreva-o mais curto.")]
        public string Reason { get; set; } = "";

        [StringLength(20, ErrorMessage = "O valor é mais curto. Confira o que foi colado.")]
        public string? Amount { get; set; }

        public IFormFile? Proof { get; set; }
    }
}
