using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

using Percurso.Content.Contracts;
using Percurso.Content.Data;
using Percurso.Content.Media;
using Percurso.Content.Reactions;
using Percurso.Content.Recipes;
using Percurso.Kernel;
using Percurso.Kernel.Data;
using Percurso.Kernel.Events;
using Percurso.Kernel.Navigation;
using Percurso.Kernel.Recipes;
using Percurso.Kernel.Security;

namespace Percurso.Content;

/// <summary>The institutional site: its first page, and what visitors write to the company.</summary>
public sealed class ContentModule : IModule
{
    public void AddTo(IHostApplicationBuilder app)
    {
        app.AddModuleDb<ContentDb>(ContentDb.Schema);
        app.Services.AddRecipeStep<WriteFirstPage>();
        app.Services.AddHandler<MessageLeft, TellTheCompany>("content.tell-the-company");
        app.Services.AddHandler<MessageLeft, ThankTheVisitor>("content.thank-the-visitor");
        AddMedia(app.Services);
        app.Services.AddPermissions(
            new Permission(ContentPermissions.ReadMessages, "Ler as mensagens dos visitantes", "marketing"),
            new Permission(ContentPermissions.ManageMedia, "Cuidar das imagens e dos documentos públicos", "marketing"));
        app.Services.AddNavigation(
            new NavItem(Menu.Site, "Início", "/", 10),
            new NavItem(Menu.Site, "Contato", "/contato", 90),
            new NavItem(Menu.Administration, "Mensagens", "/admin/mensagens", 20, "message", ContentPermissions.ReadMessages, Group: "Site"),
            new NavItem(Menu.Administration, "Mídia", "/admin/midia", 24, "photo", ContentPermissions.ManageMedia, Group: "Site"));
        app.Services.AddExtension("dashboard", "/Pages/Content/_MessagesCard.cshtml", 10, ContentPermissions.ReadMessages);
    }

    static void AddMedia(IServiceCollection services)
    {
        services.AddScoped<IMediaLibrary, MediaLibrary>();
        services.AddScoped<TakeMedia>();
        services.AddScoped<MoveFolder>();
        services.AddScoped<FindUses>();
        services.AddRecipeStep<FillMediaLibrary>();
    }

    public void Map(IEndpointRouteBuilder routes) => ServeMedia.Map(routes);
}
