using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

using Percurso.Kernel.Data;

namespace Percurso.Viewer.Preparing;

/// <summary>Makes ready what waits, a mesh at a time on each node.</summary>
sealed class PrepareMeshes(IServiceProvider services, Bell bell, TimeProvider clock, ILogger<PrepareMeshes> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Loop.RunAsync(bell, PrepareMesh.ToPrepare, NextAsync, clock, log, stoppingToken);

    async Task<bool> NextAsync(CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PrepareMesh>().NextAsync(cancel);
    }
}
