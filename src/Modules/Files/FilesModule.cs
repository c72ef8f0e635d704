using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

using Percurso.Content.Contracts;
using Percurso.Files.Checking;
using Percurso.Files.Contracts;
using Percurso.Files.Data;
using Percurso.Files.Domain;
using Percurso.Files.Downloads;
using Percurso.Files.Jobs;
using Percurso.Files.Links;
using Percurso.Files.Previews;
using Percurso.Files.Quarantine;
using Percurso.Files.Recipes;
using Percurso.Files.Slots;
using Percurso.Files.Storage;
using Percurso.Files.Uploads;
using Percurso.Kernel;
using Percurso.Kernel.Audit;
using Percurso.Kernel.Data;
using Percurso.Kernel.Events;
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
        app.Services.AddScoped<IAccessLog, AccessLog>();
        app.Services.AddScoped<IOriginals, Originals>();
        app.Services.AddRecipeStep<WriteSlots>();
        app.Services.AddScoped<Readers>();
        app.Services.AddScoped<JudgeFile>();
        app.Services.AddScoped<KeepJudgement>();
        app.Services.AddScoped<StageContent>();
        app.Services.AddScoped<SpreadMeshes>();
        app.Services.AddScoped<PreviewShelf>();
        app.Services.AddScoped<NoteAccess>();
        app.Services.AddScoped<ScanForViruses>();
        app.Services.AddHostedService<CheckArrivals>();
        app.Services.AddExtension("footer", "/Pages/Files/_Dock.cshtml", 90);
        app.Services.AddExtension("admin-foot", "/Pages/Files/_Dock.cshtml", 90);
        app.Services.AddScoped<EditSlots>();
        app.Services.AddScoped<IUseMedia, UsedExamples>();
        app.Services.AddPermissions(
            new Permission(FilesPermissions.SeeAccesses, "Ver quem baixou arquivos de pacientes"),
            new Permission(FilesPermissions.EditSlots, "Editar os itens de envio e os limites da conferência"),
            new Permission(FilesPermissions.SettleQuarantine, "Ver os arquivos postos à parte e decidir o que fazer com eles", "planner"));
        app.Services.AddAuditActs(FilesActs.SlotChanged, FilesActs.QuarantineSettled);
        app.Services.AddScoped<SettleQuarantine>();
        app.Services.AddHandler<FileDestroyed, DestroyBytes>("files.destroy-bytes");
        app.Services.AddNavigation(
            new NavItem(Menu.Administration, "Itens de envio", "/admin/itens-de-envio", 615, "upload", FilesPermissions.EditSlots, Group: "Casos e prazos"),
            new NavItem(Menu.Administration, "Arquivos à parte", "/admin/arquivos-a-parte", 625, "lock", FilesPermissions.SettleQuarantine, Group: "Casos e prazos"),
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
        services.AddSingleton<IMemoryPoolFactory<byte>, WideBlocks>();
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
