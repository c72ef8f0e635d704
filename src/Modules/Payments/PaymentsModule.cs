using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

using Percurso.Kernel;
using Percurso.Kernel.Audit;
using Percurso.Kernel.Data;
using Percurso.Kernel.Events;
using Percurso.Kernel.Jobs;
using Percurso.Kernel.Navigation;
using Percurso.Kernel.Privacy;
using Percurso.Kernel.Recipes;
using Percurso.Kernel.Security;
using Percurso.Payments.Charging;
using Percurso.Payments.Contracts;
using Percurso.Payments.Data;
using Percurso.Payments.Finance;
using Percurso.Payments.Gateways;
using Percurso.Payments.Reactions;
using Percurso.Payments.Recipes;
using Percurso.Payments.Rights;

namespace Percurso.Payments;

/// <summary>Payments: price list, charges, coupons, sponsors, credits, and the gateways that take the money.</summary>
public sealed class PaymentsModule : IModule
{
    public void AddTo(IHostApplicationBuilder app)
    {
        app.AddModuleDb<PaymentsDb>(PaymentsDb.Schema);
        AddCharging(app.Services);
        AddGateways(app.Services, app.Configuration);
        AddReactions(app.Services);
        app.Services.AddRecipeStep<WritePrices>();
        app.Services.AddRecipeStep<BringSponsors>();
        app.Services.AddRecipeStep<ChargeForTrying>();
        app.Services.AddRecipeStep<ConfirmCharges>();
        app.Services.AddAuditActs(PaymentsActs.All);
        app.Services.AddPersonalData<OwnPayments>();
        app.Services.AddNavigation(
            new NavItem(Menu.Client, "Pagamentos", "/pagamentos", 700, "receipt"),
            new NavItem(Menu.Administration, "Cobranças", "/admin/cobrancas", 510, "receipt", PaymentsPermissions.SeeCharges, Group: "Financeiro"),
            new NavItem(Menu.Administration, "Tabela de preços", "/admin/precos", 520, "adjustments-horizontal", PaymentsPermissions.ManagePrices, Group: "Financeiro"),
            new NavItem(Menu.Administration, "Cupons", "/admin/cupons", 525, "paperclip", PaymentsPermissions.ManageCoupons, Group: "Financeiro"));
        app.Services.AddPermissions(
            new Permission(PaymentsPermissions.SeeCharges, "Ver as cobranças e o total do dia", "finance"),
            new Permission(PaymentsPermissions.HandleCharges, "Confirmar pagamentos à mão, devolver e cancelar", "finance"),
            new Permission(PaymentsPermissions.ManagePrices, "Mudar a tabela de preços", "finance"),
            new Permission(PaymentsPermissions.ManageCoupons, "Fazer cupons e cuidar dos patrocinadores", "finance"));
    }

    public void Map(IEndpointRouteBuilder routes) => routes.MapNotices();

    static void AddGateways(IServiceCollection services, IConfiguration configuration)
    {
        Demonstration.AddTo(services, configuration);
        services.AddScoped<IBeforePaying, NeedRecord>();
        services.AddScoped<BeginPayment>();
        services.AddScoped<TakeNews>();
        services.AddScoped<GiveBack>();
        services.AddHostedService<RunErrands>();
    }

    static void AddReactions(IServiceCollection services)
    {
        services.AddScoped<TellPayer>();
        services.AddHandler<ChargePaid, SendReceipt>("payments.send-receipt");
        services.AddHandler<PaymentLapsed, TellOfLapse>("payments.tell-of-lapse");
        services.AddHandler<ChargeRefunded, TellOfRefund>("payments.tell-of-refund");
        services.AddHandler<ChargeCredited, TellOfCredit>("payments.tell-of-credit");
    }

    static void AddCharging(IServiceCollection services)
    {
        services.AddScoped<CompanyDay>();
        services.AddScoped<Purses>();
        services.AddScoped<PriceList>();
        services.AddScoped<IRevenue, Revenue>();
        services.AddScoped<IPriceList>(all => all.GetRequiredService<PriceList>());
        services.AddScoped<Coupons>();
        services.AddScoped<ICoupons>(all => all.GetRequiredService<Coupons>());
        services.AddScoped<Charges>();
        services.AddScoped<ICharges>(all => all.GetRequiredService<Charges>());
        services.AddJob<ExpireCharges>();
        services.AddScoped<MakeCoupons>();
        services.AddScoped<SendCoupon>();
        services.AddSingleton<SponsorLink>();
        services.AddScoped<ISponsors, KnownSponsors>();
    }
}
