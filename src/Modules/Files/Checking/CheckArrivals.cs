using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

using Percurso.Files.Checks;
using Percurso.Files.Contracts;
using Percurso.Files.Data;
using Percurso.Files.Domain;
using Percurso.Files.Storage;
using Percurso.Files.Uploads;
using Percurso.Kernel.Data;

namespace Percurso.Files.Checking;

/// <summary>
/// Has the checks look at what has come, a file at a time on each node. A run that died is made up for after a while by whichever node comes
/// first; a file of which three runs have died, or met no virus scanner where there should be one, waits for a person. While the store is away it just waits.
/// </summary>
sealed class CheckArrivals(IServiceProvider services, Bell bell, TimeProvider clock, ILogger<CheckArrivals> log) : BackgroundService
{
    const int MostRuns = 3;
    static readonly TimeSpan patience = TimeSpan.FromMinutes(10), pause = TimeSpan.FromMinutes(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Loop.RunAsync(bell, FinishUpload.ToCheck, NextAsync, clock, log, stoppingToken);

    internal async Task<bool> NextAsync(CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FilesDb>();
        if (await ClaimAsync(db, cancel) is not { } file) return false;

        db.ChangeTracker.Clear();
        if (await TroubleAsync(scope.ServiceProvider, file, cancel) is { } trouble)
        {
            db.ChangeTracker.Clear();
            var waiting = await db.Files.SingleAsync(row => row.Id == file.Id, cancel);
            waiting.PutOffCheck(clock.GetUtcNow().UtcDateTime + pause, counts: trouble is not StoreAwayException);
            await db.SaveChangesAsync(cancel);
        }

        return true;
    }

    /// <summary>What keeps it from being checked now; null for one that was.</summary>
    async Task<Exception?> TroubleAsync(IServiceProvider scope, StoredFile file, CancellationToken cancel)
    {
        try
        {
            var keep = scope.GetRequiredService<KeepJudgement>();
            if (file.Checks > MostRuns) await keep.GiveUpAsync(file.Id, cancel);
            else await keep.KeepAsync(file.Id, await JudgeAsync(scope, file, cancel), cancel);
            return null;
        }
        catch (Exception trouble) when (trouble is StoreAwayException or ScannerAwayException)
        {
            log.LogError("File {File} cannot be checked now. {Reason}", file.Id, trouble.Message);
            return trouble;
        }
    }

    static async Task<Judgement> JudgeAsync(IServiceProvider scope, StoredFile file, CancellationToken cancel)
    {
        var threat = await scope.GetRequiredService<ScanForViruses>().LookAsync(file, cancel);
        if (threat is { Level: Level.Refused }) return new(new(FileSort.None, [threat], [], []), null, null);

        var judged = await scope.GetRequiredService<JudgeFile>().JudgeAsync(file, cancel);
        return judged with { Verdict = ScanForViruses.Add(threat, judged.Verdict) };
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
