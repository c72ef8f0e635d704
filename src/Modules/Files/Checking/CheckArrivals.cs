using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

using Percurso.Files.Contracts;
using Percurso.Files.Data;
using Percurso.Files.Domain;
using Percurso.Files.Uploads;
using Percurso.Kernel.Data;

namespace Percurso.Files.Checking;

/// <summary>
/// Has the checks look at what has come, a file at a time on each node. A run that died is made up for after a while by whichever node comes
/// first; a file of which three runs have died waits for a person.
/// </summary>
sealed class CheckArrivals(IServiceProvider services, Bell bell, TimeProvider clock, ILogger<CheckArrivals> log) : BackgroundService
{
    const int MostRuns = 3;
    static readonly TimeSpan patience = TimeSpan.FromMinutes(10);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Loop.RunAsync(bell, FinishUpload.ToCheck, NextAsync, clock, log, stoppingToken);

    internal async Task<bool> NextAsync(CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FilesDb>();
        if (await ClaimAsync(db, cancel) is not { } file) return false;

        db.ChangeTracker.Clear();
        var keep = scope.ServiceProvider.GetRequiredService<KeepJudgement>();
        if (file.Checks > MostRuns) await keep.GiveUpAsync(file.Id, cancel);
        else await keep.KeepAsync(file.Id, await scope.ServiceProvider.GetRequiredService<JudgeFile>().JudgeAsync(file, cancel), cancel);
        return true;
    }

    /// <summary>Of two nodes one gets it.</summary>
    async Task<StoredFile?> ClaimAsync(FilesDb db, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var next = await db.Files.Where(file => file.State == FileState.Checking && file.CheckAfter <= now).OrderBy(file => file.CheckAfter).FirstOrDefaultAsync(cancel);
        if (next is null) return null;

        next.BeginCheck(now, patience);
        try
        {
            await db.SaveChangesAsync(cancel);
            return next;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return await ClaimAsync(db, cancel);
        }
    }
}
