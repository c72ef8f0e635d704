using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

using Percurso.Content.Blocks;
using Percurso.Content.Blocks.Kinds;
using Percurso.Content.Caching;
using Percurso.Content.Contracts;
using Percurso.Content.Data;
using Percurso.Content.Editing;
using Percurso.Content.Jobs;
using Percurso.Content.Media;
using Percurso.Content.Menus;
using Percurso.Content.Orchard;
using Percurso.Content.Publishing;
using Percurso.Content.Reactions;
using Percurso.Content.Recipes;
using Percurso.Kernel;
using Percurso.Kernel.Audit;
using Percurso.Kernel.Data;
using Percurso.Kernel.Events;
using Percurso.Kernel.Jobs;
using Percurso.Kernel.Navigation;
using Percurso.Kernel.Recipes;
using Percurso.Kernel.Security;

namespace Percurso.Content;

/// <summary>The institutional site: its pages, and what visitors write to the company.</summary>
public sealed class ContentModule : IModule
{
    public void AddTo(IHostApplicationBuilder app)
    {
        app.AddModuleDb<ContentDb>(ContentDb.Schema);
        AddPages(app.Services);
        AddMedia(app.Services);
        AddMenus(app.Services);
        AddOrchard(app.Services);
        app.Services.AddJob<ForgetOldMessages>();
        app.Services.AddScoped<ToComplete>();
        app.Services.AddExtension("dashboard", "/Pages/Content/_ToCompleteCard.cshtml", 15, ContentPermissions.EditPages);
        app.Services.AddHandler<MessageLeft, TellTheCompany>("content.tell-the-company");
        app.Services.AddHandler<MessageLeft, ThankTheVisitor>("content.thank-the-visitor");
        app.Services.AddPermissions(
            new Permission(ContentPermissions.ReadMessages, "Ler as mensagens dos visitantes", "marketing"),
            new Permission(ContentPermissions.EditPages, "Escrever e publicar as páginas do site", "marketing"),
            new Permission(ContentPermissions.ManageMedia, "Cuidar das imagens e dos documentos públicos", "marketing"),
            new Permission(ContentPermissions.ManageMenus, "Escrever os menus do site", "marketing"),
            new Permission(ContentPermissions.ImportOrchard, "Importar receitas do Orchard"));
        app.Services.AddNavigation(
            new NavItem(Menu.Site, "Início", "/", 10),
            new NavItem(Menu.Site, "Contato", "/contato", 90),
            new NavItem(Menu.Administration, "Páginas", "/admin/paginas", 10, "news", ContentPermissions.EditPages, Group: "Site"),
            new NavItem(Menu.Administration, "Redirecionamentos", "/admin/redirecionamentos", 30, "route", ContentPermissions.EditPages, Group: "Site"),
            new NavItem(Menu.Administration, "Mensagens", "/admin/mensagens", 20, "message", ContentPermissions.ReadMessages, Group: "Site"),
            new NavItem(Menu.Administration, "Menus", "/admin/menus", 23, "list-tree", ContentPermissions.ManageMenus, Group: "Site"),
            new NavItem(Menu.Administration, "Mídia", "/admin/midia", 24, "photo", ContentPermissions.ManageMedia, Group: "Site"),
            new NavItem(Menu.Administration, "Importar do Orchard", "/admin/orchard", 29, "download", ContentPermissions.ImportOrchard, Group: "Site"));
        app.Services.AddExtension("dashboard", "/Pages/Content/_MessagesCard.cshtml", 10, ContentPermissions.ReadMessages);
    }

    static void AddOrchard(IServiceCollection services)
    {
        services.AddScoped<ImportOrchard>();
        services.AddScoped<OrchardMedia>();
        services.AddScoped<OrchardBlocks>();
        services.AddScoped<OrchardPages>();
        services.AddScoped<OrchardMenus>();
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        ForCrawlers.Map(routes);
        AgreementPages.Map(routes);
        ServeMedia.Map(routes);
    }

    static void AddPages(IServiceCollection services)
    {
        services.AddSingleton<BlockKinds>();
        services.AddBlock<Hero>();
        services.AddBlock<RichText>();
        services.AddBlock<Picture>();
        services.AddBlock<Gallery>();
        services.AddBlock<Cards>();
        services.AddBlock<Steps>();
        services.AddBlock<Figures>();
        services.AddBlock<Quotation>();
        services.AddBlock<Team>();
        services.AddBlock<Faq>();
        services.AddBlock<Downloads>();
        services.AddBlock<Map>();
        services.AddBlock<ContactForm>();
        services.AddBlock<CallToAct>();
        services.AddScoped<LivePages>();
        services.AddScoped<AgreementPages>();
        services.AddScoped<IUseMedia, UsedOnPages>();
        services.AddExtension("footer", "/Pages/Content/_FooterTexts.cshtml", 20);
        services.AddScoped<PublishPage>();
        services.AddScoped<SaveDraft>();
        services.AddScoped<WhoIsHere>();
        services.AddScoped<PageText>();
        services.AddSingleton<ReservedAddresses>();
        services.AddJob<PublishWhatIsDue>();
        services.AddAuditActs(ContentActs.AgreementAskedAgain);
        services.AddSingleton<EditionLease>();
        services.AddSingleton<IStartupFilter, KeptPages>();
        services.AddRecipeStep<WritePages>();
        // Asked for reading only: what is posted to an address nobody knows is not there.
        services.Configure<RazorPagesOptions>(options => options.Conventions.AddPageRouteModelConvention("/Content/Site/Show", page =>
        {
            foreach (var selector in page.Selectors) selector.EndpointMetadata.Add(new HttpMethodMetadata(["GET", "HEAD"]));
        }));
    }

    static void AddMedia(IServiceCollection services)
    {
        services.AddScoped<IMediaLibrary, MediaLibrary>();
        services.AddScoped<TakeMedia>();
        services.AddScoped<MoveFolder>();
        services.AddScoped<FindUses>();
        services.AddRecipeStep<FillMediaLibrary>();
    }

    static void AddMenus(IServiceCollection services)
    {
        services.AddScoped<ReadMenus>();
        services.AddScoped<ISiteMenus>(provider => provider.GetRequiredService<ReadMenus>());
        services.AddRecipeStep<FillMenus>();
    }
}
