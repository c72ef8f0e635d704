using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

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

namespace Percurso.Payments.Pages.Prices;

/// <summary>An item that the recipe did not bring, with its first price.</summary>
[Authorize(Policy = PaymentsPermissions.ManagePrices)]
sealed class NewItemModel(PaymentsDb db, CompanyDay days, IAudit audit, Words words) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!Money.TryParse(Input.Amount, out var amount))
            throw new RuleBrokenException("Escreva o preço em reais, como 890,00.") { Field = "Input.Amount" };
        var key = Input.Key.Trim();
        if (await db.Items.AnyAsync(one => one.Key == key, cancel))
            throw new RuleBrokenException("A tabela já tem um item com este código. Mude o que está lá, ou escolha outro código.") { Field = "Input.Key" };

        var today = await days.TodayAsync(cancel);
        var item = new PriceItem(key, Input.Read());
        item.SetPrice(amount, today, null, null, null, today);
        using (var together = Together.Begin())
        {
            db.Add(item);
            await db.SaveChangesAsync(cancel);
            await audit.RecordAsync(PaymentsActs.PriceSet, key, new Dictionary<string, string> { ["cents"] = $"{amount.Cents}", ["from"] = $"{today:yyyy-MM-dd}" }, cancel);
            together.Complete();
        }

        TempData.Confirm(words["O item foi salvo."]);
        return RedirectToPage("Item", new { item.Id });
    }

    internal sealed class Form : ItemFields
    {
        [Required(ErrorMessage = "Escreva o código do item.")]
        [StringLength(60, ErrorMessage = "O código passa de 60 letras. Escreva-o mais curto.")]
        [RegularExpression(@"\s*[a-z0-9]+([.\-][a-z0-9]+)*\s*", ErrorMessage = "O código tem letras minúsculas sem acento e números, com pontos ou hífens entre eles: guide.tooth.full.")]
        public string Key { get; set; } = "";

        [Required(ErrorMessage = "Escreva o preço em reais, como 890,00.")]
        [StringLength(20, ErrorMessage = "O valor é mais curto. Confira o que foi colado.")]
        public string Amount { get; set; } = "";
    }
}
