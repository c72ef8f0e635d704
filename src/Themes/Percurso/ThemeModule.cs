using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

using Percurso.Kernel;
using Percurso.Kernel.Navigation;
using Percurso.Kernel.Security;
using Percurso.Kernel.Web;
using Percurso.Theme.Contracts;

namespace Percurso.Theme;

public sealed class ThemeModule : IModule
{
    public void AddTo(IHostApplicationBuilder app)
    {
        app.Services.Configure<RazorPagesOptions>(options => options.Conventions.AddPageApplicationModelConvention("/Theme/Fault", page =>
        {
            // Shown whatever is broken, and whoever asked.
            page.EndpointMetadata.Add(new WithoutSite());
            page.EndpointMetadata.Add(new FromAnywhere());
        }));
        app.Services.AddPermissions(new Permission(ThemePermissions.SeeComponents, "Ver os componentes da interface"));
        app.Services.AddNavigation(new NavItem(
            Menu.Administration, "Componentes", "/admin/componentes", 900, "palette", ThemePermissions.SeeComponents, Group: "Sistema"));
    }

    public void Map(IEndpointRouteBuilder routes) => Preferences.Map(routes);
}
