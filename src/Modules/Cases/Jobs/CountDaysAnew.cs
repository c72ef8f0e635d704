using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Contracts;
using Percurso.Cases.Data;
using Percurso.Cases.Spine;
using Percurso.Kernel.Jobs;

namespace Percurso.Cases.Jobs;

/// <summary>
/// Each night: ends pauses whose day has come, opens steps whose kind the site has learnt meanwhile, and counts the dates of every case that is under
/// way, because time alone moves them.
/// </summary>
sealed class CountDaysAnew(CasesDb db, Walk walk, Timetable timetable) : IJob
{
    const int Batch = 100;

    public static JobSchedule When => JobSchedule.DailyAt(3, 30);

    public async Task RunAsync(CancellationToken cancel)
    {
        var last = Guid.Empty;
        while (true)
        {
            var ids = await db.Cases.Where(one => one.LookOn != null && one.Id > last).OrderBy(one => one.Id).Take(Batch).Select(one => one.Id).ToListAsync(cancel);
            foreach (var id in ids) await OneAsync(id, cancel);
            if (ids.Count < Batch) return;

            last = ids[^1];
        }
    }

    /// <summary>Somebody who changes the case at the same moment wins; the next night counts it again.</summary>
    async Task OneAsync(Guid id, CancellationToken cancel)
    {
        try
        {
            var one = await db.Whole.SingleAsync(row => row.Id == id, cancel);
            if (one.State == CaseState.Paused && one.PausedUntil <= timetable.Today)
            {
                var stood = await timetable.StoodAsync(one, cancel);
                await walk.ActAsync(one, paused => paused.Resume(stood, null, timetable.Now), cancel);
            }
            else await walk.ActAsync(one, _ => { }, cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
        }

        db.ChangeTracker.Clear();
    }
}
