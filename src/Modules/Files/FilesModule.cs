using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

using Percurso.Files.Checking;
using Percurso.Files.Contracts;
using Percurso.Files.Data;
using Percurso.Files.Domain;
using Percurso.Files.Downloads;
using Percurso.Files.Jobs;
using Percurso.Files.Links;
using Percurso.Files.Recipes;
using Percurso.Files.Slots;
using Percurso.Files.Storage;
using Percurso.Files.Uploads;
using Percurso.Kernel;
using Percurso.Kernel.Data;
using Percurso.Kernel.Jobs;
using Percurso.Kernel.Navigation;
using Percurso.Kernel.Recipes;
using Percurso.Kernel.Security;

namespace Percurso.Files;

/// <summary>Private files: how they arrive whole, where they are kept, what the checks say of them, who fetched them.</summary>
public sealed class FilesModule : IModule
{
    public void AddTo(IHostApplicationBuilder app)
    {
        app.AddModuleDb<FilesDb>(FilesDb.Schema);
        app.Services.AddStore(app.Configuration);
        app.Services.AddExceptionHandler<SayStoreTrouble>();
        app.Services.AddScoped<IFiles, FilesOfSubjects>();
        app.Services.AddScoped<ISlots, StoredSlots>();
        app.Services.AddScoped<IMeshes, StoredMeshes>();
        app.Services.AddScoped<IPutFiles, PutFiles>();
        app.Services.AddScoped<AccessLog>();
        app.Services.AddScoped<IAccessLog>(services => services.GetRequiredService<AccessLog>());
        app.Services.AddRecipeStep<WriteSlots>();
        app.Services.AddScoped<Readers>();
        app.Services.AddScoped<JudgeFile>();
        app.Services.AddScoped<ScanForViruses>();
        app.Services.AddHostedService<CheckArrivals>();
        app.Services.AddExtension("footer", "/Pages/Files/_Dock.cshtml", 90);
        app.Services.AddExtension("admin-foot", "/Pages/Files/_Dock.cshtml", 90);
        app.Services.AddPermissions(new Permission(FilesPermissions.SeeAccesses, "Ver quem baixou arquivos de pacientes"));
        app.Services.AddNavigation(
            new NavItem(Menu.Administration, "Acessos a arquivos", "/admin/acessos", 630, "download", FilesPermissions.SeeAccesses, Group: "Casos e prazos"));
        AddUploads(app.Services);
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        TusEndpoints.Map(routes);
        DownloadEndpoints.Map(routes);
    }

    static void AddUploads(IServiceCollection services)
    {
        services.AddSingleton<UploadLocks>();
        services.AddSingleton<RollingHashes>();
        services.AddScoped<LinkCookie>();
        services.AddScoped<Senders>();
        services.AddScoped<Contents>();
        services.AddScoped<ReceiveBody>();
        services.AddScoped<CreateUpload>();
        services.AddScoped<AppendToUpload>();
        services.AddScoped<FinishUpload>();
        services.AddJob<ForgetUnfinishedUploads>();
    }
}
