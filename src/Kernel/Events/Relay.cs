using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

using Percurso.Kernel.Data;

namespace Percurso.Kernel.Events;

/// <summary>Delivers facts as they come: woken by the database when one is committed, and looking by itself every few seconds.</summary>
sealed class Relay(Deliver deliver, Bell bell, TimeProvider clock, ILogger<Relay> log) : BackgroundService
{
    public const string Facts = "facts";
    const int Workers = 2;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => Loop.RunAsync(bell, Facts, deliver.NextAsync, clock, log, stoppingToken)));
}
