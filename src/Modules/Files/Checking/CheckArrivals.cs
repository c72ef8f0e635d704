using System.Text.Json;

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

        var (verdict, trouble) = file.Checks > MostRuns ? (null, null) : await JudgeAsync(scope.ServiceProvider, file, cancel);
        db.ChangeTracker.Clear();
        var judged = await db.Files.SingleAsync(row => row.Id == file.Id, cancel);
        if (trouble is not null) judged.PutOffCheck(clock.GetUtcNow().UtcDateTime + pause, counts: trouble is not StoreAwayException);
        else judged.Judge(StateOf(verdict), JsonSerializer.Serialize(verdict is null ? StoredVerdict.NotLookedAt : StoredVerdict.Of(verdict), JsonSerializerOptions.Web));
        await db.SaveChangesAsync(cancel);
        return true;
    }

    async Task<(Verdict? Verdict, Exception? Trouble)> JudgeAsync(IServiceProvider scope, StoredFile file, CancellationToken cancel)
    {
        try
        {
            var threat = await scope.GetRequiredService<ScanForViruses>().LookAsync(file, cancel);
            return (threat is { Level: Level.Refused }
                ? new(FileSort.None, [threat], [], [])
                : ScanForViruses.Add(threat, await scope.GetRequiredService<JudgeFile>().JudgeAsync(file, cancel)), null);
        }
        catch (Exception trouble) when (trouble is StoreAwayException or ScannerAwayException)
        {
            log.LogError("File {File} cannot be checked now. {Reason}", file.Id, trouble.Message);
            return (null, trouble);
        }
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

    internal static FileState StateOf(Verdict? verdict) => verdict?.Level switch
    {
        Level.Fine => FileState.Fine,
        Level.Refused => FileState.Refused,
        _ => FileState.AtRisk,
    };
}
