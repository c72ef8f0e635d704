using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

using Percurso.Kernel;
using Percurso.Kernel.Navigation;
using Percurso.Kernel.Security;

namespace Percurso.Theme;

public sealed class ThemeModule : IModule
{
    public void AddTo(IHostApplicationBuilder app)
    {
        app.Services.TryAddSingleton(TimeProvider.System);
        app.Services.TryAddSingleton(TimeZoneInfo.FindSystemTimeZoneById("America/Sao_Paulo"));
        app.Services.AddPermissions(new Permission(ThemePermissions.SeeComponents, "Ver os componentes da interface"));
        app.Services.AddNavigation(new NavItem(
            Menu.Administration, "Componentes", "/admin/componentes", 900, "palette", ThemePermissions.SeeComponents, "Sistema"));
    }

    public void Map(IEndpointRouteBuilder routes) => Preferences.Map(routes);
}
