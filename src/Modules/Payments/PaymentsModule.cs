using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

using Percurso.Kernel;
using Percurso.Kernel.Data;
using Percurso.Kernel.Security;
using Percurso.Payments.Charging;
using Percurso.Payments.Contracts;
using Percurso.Payments.Data;

namespace Percurso.Payments;

/// <summary>Payments: price list, charges, coupons, sponsors, credits, and the gateways that take the money.</summary>
public sealed class PaymentsModule : IModule
{
    public void AddTo(IHostApplicationBuilder app)
    {
        app.AddModuleDb<PaymentsDb>(PaymentsDb.Schema);
        AddCharging(app.Services);
        app.Services.AddPermissions(
            new Permission(PaymentsPermissions.SeeCharges, "Ver as cobranças e o total do dia", "finance"),
            new Permission(PaymentsPermissions.HandleCharges, "Confirmar pagamentos à mão, devolver e cancelar", "finance"),
            new Permission(PaymentsPermissions.ManagePrices, "Mudar a tabela de preços", "finance"),
            new Permission(PaymentsPermissions.ManageCoupons, "Fazer cupons e cuidar dos patrocinadores", "finance"));
    }

    static void AddCharging(IServiceCollection services)
    {
        services.AddScoped<CompanyDay>();
        services.AddScoped<Purses>();
        services.AddScoped<PriceList>();
        services.AddScoped<IPriceList>(all => all.GetRequiredService<PriceList>());
        services.AddScoped<Coupons>();
        services.AddScoped<ICoupons>(all => all.GetRequiredService<Coupons>());
        services.AddScoped<Charges>();
        services.AddScoped<ICharges>(all => all.GetRequiredService<Charges>());
    }
}
