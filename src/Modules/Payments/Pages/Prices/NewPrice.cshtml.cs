using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Contracts;
using Percurso.Clinics.Contracts;
using Percurso.Kernel;
using Percurso.Kernel.Audit;
using Percurso.Kernel.Data;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Web;
using Percurso.Payments.Charging;
using Percurso.Payments.Contracts;
using Percurso.Payments.Data;
using Percurso.Payments.Domain;
using Percurso.Payments.Finance;
using Percurso.Theme.Contracts;

namespace Percurso.Payments.Pages.Prices;

[Authorize(Policy = PaymentsPermissions.ManagePrices)]
sealed class NewPriceModel(PaymentsDb db, CompanyDay days, IFindPeople people, IWorkplaces workplaces, IAudit audit, Words words) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public PriceItem Item { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Sponsors { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cancel = context.HttpContext.RequestAborted;
        Item = (await db.Items.Include(item => item.Prices).SingleOrDefaultAsync(item => item.Id == Id, cancel))!;
        Sponsors = [new(words["Todos"], "all"), .. await db.Sponsors.OrderBy(one => one.Name).Select(one => new SelectListItem(one.Name, one.Id.ToString())).ToListAsync(cancel)];
        if (Item is null) context.Result = NotFound();
        else await next();
    }

    public async Task OnGetAsync(CancellationToken cancel) => Input.From = await days.TodayAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!Money.TryParse(Input.Amount, out var amount)) ModelState.AddModelError("Input.Amount", words["Escreva o preço em reais, como 890,00."]);
        var clinic = await ClinicAsync(cancel);
        if (!ModelState.IsValid) return this.Refused();

        var sponsor = await db.Sponsors.Where(one => one.Id.ToString() == Input.Sponsor).Select(one => (Guid?)one.Id).SingleOrDefaultAsync(cancel);
        Item.SetPrice(amount, Input.From!.Value, Input.Until, clinic, sponsor, await days.TodayAsync(cancel));
        using (var together = Together.Begin())
        {
            await db.SaveChangesAsync(cancel);
            await audit.RecordAsync(PaymentsActs.PriceSet, Item.Key, new Dictionary<string, string> { ["cents"] = $"{amount.Cents}", ["from"] = $"{Input.From:yyyy-MM-dd}" }, cancel);
            together.Complete();
        }

        TempData.Confirm(words["O preço foi salvo."]);
        return RedirectToPage("Item", new { Id });
    }

    async Task<Guid?> ClinicAsync(CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(Input.Dentist)) return null;

        var dentist = await people.ByEmailAsync(Input.Dentist.Trim(), cancel);
        var clinic = dentist is null ? null : (await workplaces.OfAsync(dentist.Id, cancel)).FirstOrDefault(one => one.IsChosen)?.Id;
        if (clinic is null) ModelState.AddModelError("Input.Dentist", words["Ninguém com este e-mail trabalha em um consultório."]);
        return clinic;
    }

    internal sealed class Form
    {
        [Required(ErrorMessage = "Escreva o preço em reais, como 890,00.")]
        [StringLength(20, ErrorMessage = "O valor é mais curto. Confira o que foi colado.")]
        public string Amount { get; set; } = "";

        [Required(ErrorMessage = "Escolha o dia em que o preço começa.")]
        public DateOnly? From { get; set; }

        public DateOnly? Until { get; set; }

        [StringLength(254, ErrorMessage = "O e-mail passa de 254 letras. Confira o endereço.")]
        public string? Dentist { get; set; }

        /// <summary>A sponsor's id, or <c>all</c>.</summary>
        public string? Sponsor { get; set; }
    }
}
