using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

using Percurso.Cases.Contracts;
using Percurso.Cases.Data;
using Percurso.Cases.Pages.Cases;
using Percurso.Cases.Reactions;
using Percurso.Cases.Recipes;
using Percurso.Cases.Rights;
using Percurso.Cases.Spine;
using Percurso.Cases.Steps.Payment;
using Percurso.Kernel;
using Percurso.Kernel.Data;
using Percurso.Kernel.Events;
using Percurso.Kernel.Navigation;
using Percurso.Kernel.Recipes;
using Percurso.Kernel.Security;
using Percurso.Patients.Contracts;
using Percurso.Payments.Contracts;

namespace Percurso.Cases;

/// <summary>Cases and the pathways they walk: the spine, the dentist's and the company's side.</summary>
public sealed class CasesModule : IModule
{
    public void AddTo(IHostApplicationBuilder app)
    {
        app.AddModuleDb<CasesDb>(CasesDb.Schema);
        app.Services.AddScoped<Walk>();
        app.Services.AddScoped<ICaseSteps>(services => services.GetRequiredService<Walk>());
        app.Services.AddScoped<ICases>(services => services.GetRequiredService<Walk>());
        app.Services.AddScoped<OpenCases>();
        app.Services.AddScoped<CaseReaders>();
        app.Services.AddScoped<CaseFrame>();
        app.Services.AddHandler<PatientChanged, CallPatients>("cases.call-patients");
        app.Services.AddStepKind<PaymentStep>();
        app.Services.AddHandler<ChargePaid, FinishWhenPaid>("cases.finish-when-paid");
        app.Services.AddHandler<CaseCancelled, SettleCancelled>("cases.settle-cancelled");
        app.Services.AddRecipeStep<WritePathway>();
        app.Services.AddRecipeStep<OpenRecipeCases>();
        app.Services.AddPermissions(
            new Permission(CasesPermissions.See, "Ver todos os casos, o quadro e as notas internas", "planner", "reviewer", "finance", "production"),
            new Permission(CasesPermissions.Steer, "Conduzir casos: atribuir, pôr em espera, cancelar, escrever ao dentista", "planner"),
            new Permission(CasesPermissions.EditPathway, "Editar o percurso dos casos: títulos, ordem, textos, ajustes"),
            new Permission(CasesPermissions.EditDates, "Editar os prazos de cada passo e os dias sem expediente"));
        app.Services.AddExtension("patients-head", "/Pages/Cases/_NewCaseButton.cshtml", 10);
        app.Services.AddExtension("patient", "/Pages/Cases/_CasesOfPatient.cshtml", 10);
    }
}
