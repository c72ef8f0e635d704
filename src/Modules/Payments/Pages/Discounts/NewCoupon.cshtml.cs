using System.ComponentModel.DataAnnotations;
using System.Net.Mail;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

using Percurso.Kernel;
using Percurso.Kernel.Audit;
using Percurso.Kernel.Data;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Security;
using Percurso.Kernel.Web;
using Percurso.Payments.Charging;
using Percurso.Payments.Contracts;
using Percurso.Payments.Data;
using Percurso.Payments.Domain;
using Percurso.Payments.Finance;
using Percurso.Theme.Contracts;

namespace Percurso.Payments.Pages.Discounts;

[Authorize(Policy = PaymentsPermissions.ManageCoupons)]
sealed class NewCouponModel(PaymentsDb db, MakeCoupons make, SendCoupon send, CompanyDay days, IAudit audit, TimeProvider clock, Words words) : PageModel, IShowAgain
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Sponsors { get; private set; } = [];

    public IEnumerable<SelectListItem> Audiences =>
    [
        new(words["Todos"], nameof(CouponAudience.Everyone)),
        new(words["As pessoas nomeadas abaixo"], nameof(CouponAudience.Named)),
        new(words["Quem o patrocinador lista"], nameof(CouponAudience.SponsorsList)),
    ];

    public Task OnGetAsync(CancellationToken cancel) => ShowAgainAsync(cancel);

    public async Task ShowAgainAsync(CancellationToken cancel) =>
        Sponsors = [new(words["Ninguém: é um desconto"], ""), .. await db.Sponsors.OrderBy(one => one.Name).Select(one => new SelectListItem(one.Name, one.Id.ToString())).ToListAsync(cancel)];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ShowAgainAsync(cancel);
        if (await ReadAsync(cancel) is not var (terms, emails)) return this.Refused();

        var by = User.AccountId();
        using (var together = Together.Begin())
        {
            var made = make.Make(Input.Name.Trim(), terms, Input.OwnCode?.Trim(), Input.Count, emails, by);
            await db.SaveChangesAsync(cancel);
            if (Input.Send) foreach (var coupon in made) await send.ToAllAsync(coupon, cancel);
            await db.SaveChangesAsync(cancel);
            await audit.RecordAsync(PaymentsActs.CouponMade, Input.Name.Trim(), new Dictionary<string, string> { ["count"] = $"{made.Count}" }, cancel);
            together.Complete();
        }

        TempData.Confirm(words.Plural(Input.Count, "{0} cupom foi feito.", "{0} cupons foram feitos."));
        return RedirectToPage("Coupons", new { q = Input.Name.Trim() });
    }

    /// <summary>Null when something does not fit, which stands beside its field.</summary>
    async Task<(CouponTerms Terms, IReadOnlyList<string> Emails)?> ReadAsync(CancellationToken cancel)
    {
        Money? amount = null;
        if (!string.IsNullOrWhiteSpace(Input.Amount))
            if (Money.TryParse(Input.Amount, out var typed) && !typed.IsZero) amount = typed;
            else ModelState.AddModelError("Input.Amount", words["Escreva o valor em reais, como 120,50."]);

        string[] emails = Input.Audience == CouponAudience.Named
            ? [.. (Input.Emails ?? "").Split(['\n', '\r', ',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase)]
            : [];
        if (emails.FirstOrDefault(email => !MailAddress.TryCreate(email, out _)) is not null) ModelState.AddModelError("Input.Emails", words["Um destes e-mails não está completo. Escreva um por linha."]);
        if (Input.OwnCode is { Length: > 0 } code && await make.IsTakenAsync(code, cancel)) ModelState.AddModelError("Input.OwnCode", words["Este código já existe. Escolha outro."]);
        if (!ModelState.IsValid) return null;

        DateTime? until = Input.Until is { } day ? await days.BeginningOfAsync(day.AddDays(1), cancel) : null;
        var sponsor = await db.Sponsors.Where(one => one.Id == Input.Sponsor).Select(one => (Guid?)one.Id).SingleOrDefaultAsync(cancel);
        return (new(Input.Percent, amount, sponsor, Input.CoversFreight, clock.GetUtcNow().UtcDateTime, until, Input.MaxUses, Input.MaxUsesEach, Input.Audience), emails);
    }

    internal sealed class Form
    {
        [Required(ErrorMessage = "Dê um nome ao cupom.")]
        [StringLength(80, ErrorMessage = "O nome passa de 80 letras. Escreva-o mais curto.")]
        public string Name { get; set; } = "";

        [Range(1, 500, ErrorMessage = "De uma vez fazem-se de 1 a 500 cupons.")]
        public int Count { get; set; } = 1;

        [StringLength(40, ErrorMessage = "O código passa de 40 letras. Escreva-o mais curto.")]
        [RegularExpression(@"\s*[A-Za-z0-9\-]*\s*", ErrorMessage = "O código tem só letras sem acento, números e hífens.")]
        public string? OwnCode { get; set; }

        [Range(1, 100, ErrorMessage = "A porcentagem vai de 1 a 100.")]
        public int? Percent { get; set; }

        [StringLength(20, ErrorMessage = "O valor é mais curto. Confira o que foi colado.")]
        public string? Amount { get; set; }

        public bool CoversFreight { get; set; }

        public Guid? Sponsor { get; set; }

        public DateOnly? Until { get; set; }

        [Range(1, 100_000, ErrorMessage = "Os usos vão de 1 a 100 000.")]
        public int? MaxUses { get; set; } = 1;

        [Range(1, 100_000, ErrorMessage = "Os usos vão de 1 a 100 000.")]
        public int? MaxUsesEach { get; set; }

        public CouponAudience Audience { get; set; }

        [StringLength(40_000, ErrorMessage = "A lista é longa demais. Faça os cupons em partes.")]
        public string? Emails { get; set; }

        public bool Send { get; set; }
    }
}
