using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Data;
using Percurso.Cases.Mail;
using Percurso.Cases.Reactions;
using Percurso.Kernel.Events;

namespace Percurso.Cases.Steps.Meeting;

/// <summary>Tells both sides that a meeting was waived, or is to be after all; not when that has changed again meanwhile. Cannot be switched off: something was signed.</summary>
sealed class TellOfWaivers(Tell tell, CasesDb db) : IHandle<MeetingWaived>
{
    public async Task HandleAsync(MeetingWaived fact, CancellationToken cancel)
    {
        var meeting = await db.Meetings.AsNoTracking().SingleAsync(row => row.CaseId == fact.CaseId && row.Step == fact.Step, cancel);
        if (meeting.State != (fact.IsTakenBack ? MeetingState.Choosing : MeetingState.Waived)) return;

        var one = await tell.CaseAsync(fact.CaseId, cancel);
        var both = (await tell.DentistsSideAsync(one, cancel)).Concat(await tell.CompanysSideAsync(one, cancel)).DistinctBy(person => person.Id);
        await tell.ThatAsync(null, one, new MeetingWaivedLetter(tell.Named(one, $"/passos/{fact.Step}/videoconferencia"), fact.IsTakenBack), both, cancel);
    }
}
