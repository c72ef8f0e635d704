using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

using Percurso.Kernel;
using Percurso.Kernel.Audit;
using Percurso.Kernel.Data;
using Percurso.Kernel.Navigation;
using Percurso.Kernel.Privacy;
using Percurso.Kernel.Recipes;
using Percurso.Kernel.Security;
using Percurso.Meetings.Contracts;
using Percurso.Meetings.Data;
using Percurso.Meetings.Line;
using Percurso.Meetings.Recipes;

namespace Percurso.Meetings;

/// <summary>Meetings: rooms in which people see and hear each other, and write; their lobby, their line, their record.</summary>
public sealed class MeetingsModule : IModule
{
    internal static readonly AuditAct RulesChanged = new("meetings.rules-changed", "Mudou quando as salas abrem e fecham");

    public void AddTo(IHostApplicationBuilder app)
    {
        app.AddModuleDb<MeetingsDb>(MeetingsDb.Schema);
        app.Services.AddSingleton<IceServers>();
        app.Services.AddSignalR(line =>
        {
            line.MaximumReceiveMessageSize = 96 * 1024;
            line.AddFilter<AnswerRefusals>();
        });
        app.Services.AddSingleton<Switchboard>().AddHostedService(services => services.GetRequiredService<Switchboard>());
        app.Services.AddScoped<Doorman>();
        app.Services.AddScoped<Gathering>();
        app.Services.AddScoped<IMeetingRooms, Rooms>();
        app.Services.AddPersonalData<OwnWords>();
        app.Services.AddRecipeStep<WriteRoomRules>();
        app.Services.AddPermissions(new Permission(MeetingsPermissions.EditRules, "Editar quando as salas de videoconferência abrem e fecham"));
        app.Services.AddAuditActs(RulesChanged);
        app.Services.AddNavigation(new NavItem(Menu.Administration, "Salas de videoconferência", "/admin/salas", 629, "door-exit", MeetingsPermissions.EditRules, Group: "Casos e prazos"));
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.ServiceProvider.GetRequiredService<IceServers>().Check();
        RoomEndpoints.Map(routes);
    }
}
