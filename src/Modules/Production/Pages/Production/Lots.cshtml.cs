using System.ComponentModel.DataAnnotations;
using System.Globalization;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

using Percurso.Kernel;
using Percurso.Kernel.Audit;
using Percurso.Kernel.Data;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Web;
using Percurso.Production.Contracts;
using Percurso.Production.Data;
using Percurso.Production.Domain;
using Percurso.Theme.Contracts;

namespace Percurso.Production.Pages.Production;

[Authorize(Policy = ProductionPermissions.KeepStock)]
sealed class LotsModel(ProductionDb db, MovePrints moves, IAudit audit, Words words) : PageModel, IShowAgain
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<Lot> All { get; private set; } = [];
    public IReadOnlyList<Material> Materials { get; private set; } = [];

    /// <summary>How many orders were last printed from each.</summary>
    public IReadOnlyDictionary<Guid, int> Used { get; private set; } = new Dictionary<Guid, int>();

    public DateOnly Today => moves.Today;

    public IEnumerable<SelectListItem> Choices => Materials.Where(one => !one.IsRetired).Select(one => new SelectListItem(one.In(CultureInfo.CurrentUICulture), $"{one.Id}"));

    public Task OnGetAsync(CancellationToken cancel) => ShowAgainAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Input.Material is not { } material || !await db.Materials.AnyAsync(row => row.Id == material, cancel))
            throw new RuleBrokenException("Escolha um material da lista.") { Field = "Input.Material" };

        var made = new Lot(Input.Number.Trim(), material, Input.ExpiresOn!.Value);
        using (var together = Together.Begin())
        {
            db.Add(made);
            await db.SaveChangesAsync(cancel);
            await audit.RecordAsync(ProductionModule.StockChanged, made.Number, new Dictionary<string, string> { ["expires"] = $"{made.ExpiresOn:yyyy-MM-dd}" }, cancel);
            together.Complete();
        }

        TempData.Confirm(words["O lote foi adicionado."]);
        return RedirectToPage();
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        Materials = await db.Materials.AsNoTracking().OrderBy(row => row.Title).ToListAsync(cancel);
        All = await db.Lots.AsNoTracking().OrderBy(row => row.IsRetired).ThenBy(row => row.ExpiresOn).ToListAsync(cancel);
        Used = await db.Orders.Where(row => row.LotId != null).GroupBy(row => row.LotId!.Value).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(one => one.Key, one => one.Count, cancel);
    }

    internal sealed class Form
    {
        [Required(ErrorMessage = "Escreva o número do lote como está no frasco.")]
        [StringLength(Lot.NumberLength, ErrorMessage = "O número passa de 40 letras. Confira o que foi colado.")]
        public string Number { get; set; } = "";

        public Guid? Material { get; set; }

        [Required(ErrorMessage = "Escreva a validade como está no frasco.")]
        public DateOnly? ExpiresOn { get; set; }
    }
}
