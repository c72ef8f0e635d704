using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Kernel.Audit;
using Percurso.Kernel.Data;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Web;
using Percurso.Production.Contracts;
using Percurso.Production.Data;
using Percurso.Production.Domain;
using Percurso.Theme.Contracts;

namespace Percurso.Production.Pages.Production;

[Authorize(Policy = ProductionPermissions.EditMaterials)]
sealed class MaterialsModel(ProductionDb db, IAudit audit, Words words) : PageModel, IShowAgain
{
    [BindProperty]
    public MaterialFields Input { get; set; } = new();

    public IReadOnlyList<Material> All { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => ShowAgainAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var made = new Material(Input.Title.Trim(), Input.TitleEn?.Trim() ?? "", Input.ReadAmount(), Input.ReadNote());
        using (var together = Together.Begin())
        {
            db.Add(made);
            await db.SaveChangesAsync(cancel);
            await audit.RecordAsync(ProductionModule.MaterialsChanged, made.Title, new Dictionary<string, string> { ["cents"] = $"{made.Surcharge.Cents}" }, cancel);
            together.Complete();
        }

        TempData.Confirm(words["O material foi adicionado e já pode ser pedido."]);
        return RedirectToPage();
    }

    public async Task ShowAgainAsync(CancellationToken cancel) =>
        All = await db.Materials.AsNoTracking().OrderBy(row => row.IsRetired).ThenBy(row => row.Surcharge).ThenBy(row => row.Title).ToListAsync(cancel);
}
