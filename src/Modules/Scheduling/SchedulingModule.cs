using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

using Percurso.Kernel;
using Percurso.Kernel.Audit;
using Percurso.Kernel.Data;
using Percurso.Kernel.Navigation;
using Percurso.Kernel.Recipes;
using Percurso.Kernel.Security;
using Percurso.Scheduling.Contracts;
using Percurso.Scheduling.Data;
using Percurso.Scheduling.Recipes;

namespace Percurso.Scheduling;

/// <summary>Scheduling: when people can be met, and the times that were booked.</summary>
public sealed class SchedulingModule : IModule
{
    internal static readonly AuditAct RulesChanged = new("scheduling.rules-changed", "Mudou as regras das videoconferências");

    public void AddTo(IHostApplicationBuilder app)
    {
        app.AddModuleDb<SchedulingDb>(SchedulingDb.Schema);
        app.Services.AddScoped<IBookings, Bookings>();
        app.Services.AddRecipeStep<WriteAgendas>();
        app.Services.AddPermissions(new Permission(SchedulingPermissions.BeMet, "Ter uma agenda e ser marcado para videoconferências", "planner"), new Permission(SchedulingPermissions.EditRules, "Editar as regras das videoconferências: duração, antecedência, mudanças"));
        app.Services.AddAuditActs(RulesChanged);
        app.Services.AddNavigation(
            new NavItem(Menu.Administration, "Minha agenda", "/admin/agenda", 25, "calendar", SchedulingPermissions.BeMet),
            new NavItem(Menu.Administration, "Videoconferências", "/admin/agenda/regras", 628, "video", SchedulingPermissions.EditRules, Group: "Casos e prazos"));
    }
}
