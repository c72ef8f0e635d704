using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Kernel.Audit;
using Percurso.Kernel.Data;
using Percurso.Kernel.Localization;
using Percurso.Production.Contracts;
using Percurso.Production.Data;
using Percurso.Production.Domain;
using Percurso.Theme.Contracts;

namespace Percurso.Production.Pages.Production;

[Authorize(Policy = ProductionPermissions.EditMaterials)]
sealed class MaterialModel(ProductionDb db, IAudit audit, Words words) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public MaterialFields Input { get; set; } = new();

    public Material Material { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Material = (await db.Materials.SingleOrDefaultAsync(row => row.Id == Id, context.HttpContext.RequestAborted))!;
        if (Material is null) context.Result = NotFound();
        else await next();
    }

    public void OnGet() => Input = new() { Title = Material.Title, TitleEn = Material.TitleEn, Amount = Material.Surcharge.ToField(), Note = Material.Note, IsRetired = Material.IsRetired };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Material.Change(Input.Title.Trim(), Input.TitleEn?.Trim() ?? "", Input.ReadAmount(), Input.ReadNote(), Input.IsRetired);
        using (var together = Together.Begin())
        {
            await db.SaveChangesAsync(cancel);
            await audit.RecordAsync(ProductionModule.MaterialsChanged, Material.Title, new Dictionary<string, string> { ["cents"] = $"{Material.Surcharge.Cents}", ["retired"] = $"{Material.IsRetired}" }, cancel);
            together.Complete();
        }

        TempData.Confirm(words["O material foi salvo."]);
        return RedirectToPage("Materials");
    }
}
