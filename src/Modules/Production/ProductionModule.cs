using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

using Percurso.Kernel;
using Percurso.Kernel.Audit;
using Percurso.Kernel.Data;
using Percurso.Kernel.Navigation;
using Percurso.Kernel.Recipes;
using Percurso.Kernel.Security;
using Percurso.Production.Contracts;
using Percurso.Production.Data;
using Percurso.Production.Papers;
using Percurso.Production.Recipes;

namespace Percurso.Production;

/// <summary>Production: the queue of what is printed, the materials, printers and lots it is printed with, and the papers that go with it.</summary>
public sealed class ProductionModule : IModule
{
    internal static readonly AuditAct StockChanged = new AuditAct("production.stock-changed", "Mudou impressoras ou lotes de resina");
    internal static readonly AuditAct MaterialsChanged = new AuditAct("production.materials-changed", "Mudou os materiais de impressão e o que custam a mais");

    public void AddTo(IHostApplicationBuilder app)
    {
        app.AddModuleDb<ProductionDb>(ProductionDb.Schema);
        app.Services.AddScoped<IPrintOrders, PrintOrders>();
        app.Services.AddScoped<IMaterials, AllMaterials>();
        app.Services.AddScoped<MovePrints>();
        app.Services.AddScoped<PrintPapers>();
        app.Services.AddRecipeStep<BringStock>();
        app.Services.AddRecipeStep<MoveRecipePrints>();
        app.Services.AddAuditActs(StockChanged, MaterialsChanged);
        app.Services.AddPermissions(
            new Permission(ProductionPermissions.Work, "Trabalhar na fila de impressão: mover pedidos, imprimir etiquetas, enviar", "production"),
            new Permission(ProductionPermissions.KeepStock, "Manter impressoras e lotes de resina", "production"),
            new Permission(ProductionPermissions.EditMaterials, "Editar os materiais de impressão e o que custam a mais"));
        app.Services.AddNavigation(
            new NavItem(Menu.Administration, "Produção", "/admin/producao", 22, "printer", ProductionPermissions.Work),
            new NavItem(Menu.Administration, "Impressoras", "/admin/producao/impressoras", 630, "printer", ProductionPermissions.KeepStock, Group: "Produção"),
            new NavItem(Menu.Administration, "Lotes de resina", "/admin/producao/lotes", 632, "database", ProductionPermissions.KeepStock, Group: "Produção"),
            new NavItem(Menu.Administration, "Materiais", "/admin/producao/materiais", 634, "palette", ProductionPermissions.EditMaterials, Group: "Produção"));
        app.Services.AddExtension("dashboard", "/Pages/Production/_QueueCard.cshtml", 20, ProductionPermissions.Work);
    }
}
