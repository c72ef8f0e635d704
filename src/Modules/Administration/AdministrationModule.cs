using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

using Percurso.Administration.Contracts;
using Percurso.Kernel;
using Percurso.Kernel.Audit;
using Percurso.Kernel.Navigation;
using Percurso.Kernel.Security;

namespace Percurso.Administration;

/// <summary>The set-up page, the dashboard, and what the ground itself has to show: letters, jobs, facts set aside.</summary>
public sealed class AdministrationModule : IModule
{
    public void AddTo(IHostApplicationBuilder app)
    {
        app.Services.AddPermissions(
            new Permission(AdministrationPermissions.Enter, "Entrar na administração", "marketing", "planner", "reviewer", "finance", "production"),
            new Permission(AdministrationPermissions.Settings, "Mudar as configurações da empresa"),
            new Permission(AdministrationPermissions.Letters, "Ver as cartas e enviá-las de novo"),
            new Permission(AdministrationPermissions.Machinery, "Ver tarefas e fatos, e retomá-los"),
            new Permission(AdministrationPermissions.Audit, "Ver quem fez o quê na administração"));
        app.Services.AddAuditActs(AdministrationActs.SettingsChanged);
        app.Services.AddNavigation(
            new NavItem(Menu.Administration, "Painel", "/admin", 10, "layout-dashboard", AdministrationPermissions.Enter),
            new NavItem(Menu.Administration, "Configurações", "/admin/configuracoes", 790, "settings", AdministrationPermissions.Settings, Group: "Empresa"),
            new NavItem(Menu.Administration, "Cartas", "/admin/cartas", 810, "mail", AdministrationPermissions.Letters, Group: "Sistema"),
            new NavItem(Menu.Administration, "Tarefas", "/admin/tarefas", 820, "clock", AdministrationPermissions.Machinery, Group: "Sistema"),
            new NavItem(Menu.Administration, "Fatos parados", "/admin/fatos", 830, "archive", AdministrationPermissions.Machinery, Group: "Sistema"),
            new NavItem(Menu.Administration, "Auditoria", "/admin/auditoria", 840, "shield-check", AdministrationPermissions.Audit, Group: "Sistema"));
        app.Services.AddExtension("dashboard", "/Pages/Administration/_SetAsideCard.cshtml", 800, AdministrationPermissions.Machinery);
        app.Services.AddExtension("dashboard", "/Pages/Administration/_LettersCard.cshtml", 810, AdministrationPermissions.Letters);
    }

    public void Map(IEndpointRouteBuilder routes) => LetterBody.Map(routes);
}
