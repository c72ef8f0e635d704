using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

using Percurso.Invoicing.Contracts;
using Percurso.Invoicing.Data;
using Percurso.Invoicing.Reactions;
using Percurso.Invoicing.Recipes;
using Percurso.Invoicing.Rights;
using Percurso.Kernel;
using Percurso.Kernel.Data;
using Percurso.Kernel.Events;
using Percurso.Kernel.Navigation;
using Percurso.Kernel.Privacy;
using Percurso.Kernel.Recipes;
using Percurso.Kernel.Security;
using Percurso.Payments.Contracts;

namespace Percurso.Invoicing;

/// <summary>Invoicing: who invoices go to, and what has become of them.</summary>
public sealed class InvoicingModule : IModule
{
    public void AddTo(IHostApplicationBuilder app)
    {
        app.AddModuleDb<InvoicingDb>(InvoicingDb.Schema);
        app.Services.AddSingleton<Cities>();
        app.Services.AddScoped<IInvoices, Invoices>();
        app.Services.AddScoped<ReadableInvoices>();
        app.Services.AddScoped<InvoicePaper>();
        app.Services.AddPersonalData<OwnInvoices>();
        app.Services.AddScoped<IBeforePaying, NeedProfile>();
        app.Services.AddHandler<ChargePaid, AskForInvoices>("invoicing.ask-for-invoices");
        app.Services.AddHandler<ChargeRefunded, CancelInvoices>("invoicing.cancel-refunded");
        app.Services.AddHandler<ChargeCredited, CancelInvoices>("invoicing.cancel-credited");
        app.Services.AddRecipeStep<WriteProfiles>();
        app.Services.AddPermissions(new Permission(InvoicingPermissions.See, "Ver as notas de todos", "finance"));
        app.Services.AddNavigation(new NavItem(Menu.Administration, "Notas", "/admin/notas", 530, "file", InvoicingPermissions.See, Group: "Financeiro"));
        app.Services.AddExtension("charge", "/Pages/Invoicing/_InvoicesOfCharge.cshtml", 10);
        app.Services.AddExtension("admin-charge", "/Pages/Invoicing/_InvoicesOfCharge.cshtml", 10, InvoicingPermissions.See);
    }
}
