using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

using Percurso.Kernel;
using Percurso.Kernel.Data;
using Percurso.Kernel.Privacy;
using Percurso.Viewer.Contracts;
using Percurso.Viewer.Data;
using Percurso.Viewer.Domain;
using Percurso.Viewer.Preparing;
using Percurso.Viewer.Serving;

namespace Percurso.Viewer;

/// <summary>Meshes on the screen: versions made of layers, made ready once, looked at, measured, cut, compared and commented.</summary>
public sealed class ViewerModule : IModule
{
    public void AddTo(IHostApplicationBuilder app)
    {
        app.AddModuleDb<ViewerDb>(ViewerDb.Schema);
        app.Services.AddScoped<Versions>();
        app.Services.AddScoped<IVersions>(services => services.GetRequiredService<Versions>());
        app.Services.AddScoped<IComments, CommentsOfVersions>();
        app.Services.AddScoped<Viewers>();
        app.Services.AddScoped<PrepareMesh>();
        app.Services.AddHostedService<PrepareMeshes>();
        app.Services.AddPersonalData<OwnComments>();
    }

    public void Map(IEndpointRouteBuilder routes) => MeshEndpoints.Map(routes);
}
