using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

using Percurso.Kernel;
using Percurso.Kernel.Audit;
using Percurso.Kernel.Data;
using Percurso.Kernel.Navigation;
using Percurso.Kernel.Privacy;
using Percurso.Kernel.Recipes;
using Percurso.Kernel.Security;
using Percurso.Shipping.Contracts;
using Percurso.Shipping.Data;
using Percurso.Shipping.Recipes;
using Percurso.Shipping.Rights;

namespace Percurso.Shipping;

/// <summary>Shipping: freight by region and weight, and where orders go.</summary>
public sealed class ShippingModule : IModule
{
    internal static readonly AuditAct RateChanged = new AuditAct("shipping.rate-changed", "Mudou a tabela de frete");

    public void AddTo(IHostApplicationBuilder app)
    {
        app.AddModuleDb<ShippingDb>(ShippingDb.Schema);
        app.Services.AddScoped<IFreight, FreightTable>();
        app.Services.AddScoped<IDeliveries, Deliveries>();
        app.Services.AddRecipeStep<WriteFreight>();
        app.Services.AddAuditActs(RateChanged);
        app.Services.AddPersonalData<OwnDeliveries>();
        app.Services.AddPermissions(new Permission(ShippingPermissions.ManageFreight, "Mudar a tabela de frete", "finance", "production"));
        app.Services.AddNavigation(new NavItem(Menu.Administration, "Frete", "/admin/frete", 540, "truck", ShippingPermissions.ManageFreight, Group: "Financeiro"));
    }
}
