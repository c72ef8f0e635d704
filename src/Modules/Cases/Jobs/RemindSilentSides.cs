using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Contracts;
using Percurso.Cases.Data;
using Percurso.Cases.Domain;
using Percurso.Cases.Mail;
using Percurso.Cases.Reactions;
using Percurso.Cases.Spine;
using Percurso.Kernel.Data;
using Percurso.Kernel.Jobs;

namespace Percurso.Cases.Jobs;

/// <summary>
/// Reminds whoever has had the turn for 2, 5, 10 days, and every ten days after that; from the tenth on the company hears of a silent dentist too,
/// so that no case sleeps unseen. A pause is asked for, and so not reminded of.
/// </summary>
sealed class RemindSilentSides(CasesDb db, Tell tell, Timetable timetable) : IJob
{
    const int Batch = 100;

    public static JobSchedule When => JobSchedule.DailyAt(8, 0);

    /// <summary>After how many days the next reminder is due, for somebody who was reminded that often.</summary>
    public static int DueAfter(int reminded) => reminded switch { 0 => 2, 1 => 5, 2 => 10, _ => 10 * (reminded - 1) };

    public async Task RunAsync(CancellationToken cancel)
    {
        var (silent, last) = (timetable.Now.AddDays(-DueAfter(0)), Guid.Empty);
        while (true)
        {
            var found = await db.Cases.AsNoTracking()
                .Where(one => one.LookOn != null && one.State != CaseState.Paused && one.TurnSince <= silent && one.Id > last)
                .OrderBy(one => one.Id).Take(Batch).Select(one => new { one.Id, one.TurnSince, one.Reminded }).ToListAsync(cancel);
            foreach (var one in found.Where(one => DaysSince(one.TurnSince) >= DueAfter(one.Reminded))) await RemindUnlessMovedAsync(one.Id, cancel);
            if (found.Count < Batch) return;

            last = found[^1].Id;
        }
    }

    /// <summary>A case on which somebody acts in the same moment is not silent; the next round looks at it again.</summary>
    async Task RemindUnlessMovedAsync(Guid id, CancellationToken cancel)
    {
        try
        {
            await RemindAsync(id, cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
        }
    }

    async Task RemindAsync(Guid id, CancellationToken cancel)
    {
        using var together = Together.Begin();
        var one = await db.Whole.SingleAsync(row => row.Id == id, cancel);
        var days = DaysSince(one.TurnSince);
        // Somebody who has the job done now may have been quicker.
        if (days < DueAfter(one.Reminded)) return;

        var step = (await tell.PathwayAsync(one, cancel)).Step(one.StepKey).Title;
        if (one.Turn == Turn.Dentist)
            await tell.ThatAsync(News.Reminder, one, new ReminderLetter(tell.Named(one), step, days, ToCompany: false), await tell.DentistsSideAsync(one, cancel), cancel);
        if (one.Turn == Turn.Company || days >= DueAfter(2))
            await tell.ThatAsync(News.Reminder, one, new ReminderLetter(tell.Named(one), step, days, ToCompany: true), await tell.CompanysSideAsync(one, cancel), cancel);
        one.Remind();
        await db.SaveChangesAsync(cancel);
        together.Complete();
        db.ChangeTracker.Clear();
    }

    int DaysSince(DateTime since) => (int)(timetable.Now - since).TotalDays;
}
