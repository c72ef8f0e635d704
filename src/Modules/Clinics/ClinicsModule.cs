using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

using Percurso.Accounts.Contracts;
using Percurso.Clinics.Contracts;
using Percurso.Clinics.Data;
using Percurso.Clinics.Reactions;
using Percurso.Clinics.Recipes;
using Percurso.Clinics.Rights;
using Percurso.Kernel;
using Percurso.Kernel.Audit;
using Percurso.Kernel.Data;
using Percurso.Kernel.Events;
using Percurso.Kernel.Navigation;
using Percurso.Kernel.Privacy;
using Percurso.Kernel.Recipes;
using Percurso.Kernel.Security;

namespace Percurso.Clinics;

/// <summary>Clinics: who works in them, what each may do there, where deliveries go.</summary>
public sealed class ClinicsModule : IModule
{
    public void AddTo(IHostApplicationBuilder app)
    {
        app.AddModuleDb<ClinicsDb>(ClinicsDb.Schema);
        app.Services.AddScoped<IClinicRights, ClinicRights>();
        app.Services.AddScoped<IClinicAddresses, ClinicAddresses>();
        app.Services.AddScoped<IClinicPeople, ClinicPeople>();
        app.Services.AddScoped<Workplaces>();
        app.Services.AddScoped<IWorkplaces>(services => services.GetRequiredService<Workplaces>());
        app.Services.AddSingleton<InvitationLink>();
        app.Services.AddHandler<MemberInvited, SendInvitation>("clinics.send-invitation");
        app.Services.AddHandler<MemberJoined, TellTheDentists>("clinics.tell-the-dentists");
        app.Services.AddHandler<MemberDismissed, TellWhoWasDismissed>("clinics.tell-who-was-dismissed");
        app.Services.AddRecipeStep<FoundClinics>();
        app.Services.AddPersonalData<OwnClinics>();
        app.Services.AddAuditActs(ClinicsActs.MemberDismissed);
        app.Services.AddHandler<AccountErased, ForgetTheMember>("clinics.forget-the-member");
        app.Services.AddPermissions(
            new Permission(ClinicsPermissions.Found, "Abrir um consultório", "dentist"),
            new Permission(ClinicsPermissions.SeeAll, "Ver os consultórios e quem trabalha neles", "planner", "finance", "production"));
        app.Services.AddNavigation(
            new NavItem(Menu.Client, "Consultórios", "/consultorios", 800, "building"),
            new NavItem(Menu.Administration, "Consultórios", "/admin/consultorios", 715, "building", ClinicsPermissions.SeeAll, Group: "Empresa"));
        app.Services.AddExtension("header", "/Pages/Clinics/_HeaderClinic.cshtml", 10);
    }
}
