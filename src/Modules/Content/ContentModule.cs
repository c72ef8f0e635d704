using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

using Percurso.Content.Contracts;
using Percurso.Content.Data;
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
        app.Services.AddPermissions(new Permission(ContentPermissions.ReadMessages, "Ler as mensagens dos visitantes", "marketing"));
        app.Services.AddNavigation(
            new NavItem(Menu.Site, "Início", "/", 10),
            new NavItem(Menu.Site, "Contato", "/contato", 90),
            new NavItem(Menu.Administration, "Mensagens", "/admin/mensagens", 20, "message", ContentPermissions.ReadMessages, Group: "Site"));
        app.Services.AddExtension("dashboard", "/Pages/Content/_MessagesCard.cshtml", 10, ContentPermissions.ReadMessages);
    }
}
