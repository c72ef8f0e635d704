using Microsoft.AspNetCore.Authorization;

using Percurso.Cases.Contracts;
using Percurso.Cases.Domain;
using Percurso.Cases.Domain.Dates;
using Percurso.Cases.Spine;
using Percurso.Patients.Contracts;

namespace Percurso.Cases.Pages.Cases;

/// <summary>The case at a glance.</summary>
[Authorize]
sealed class CaseModel(CaseFrame frame, Timetable timetable, IPatients patients) : CasePage(frame)
{
    public bool IsOpen => !Case.HasEnded;

    public bool MayChange => IsOpen && (!Reader.IsCompany || Reader.MaySteer);

    /// <summary>Whether a step that starts the clock is still to be done: then the first feasible days are shown.</summary>
    public bool ClockWaits => IsOpen && Frame.Pathway.Steps.Any(step => step.StartsClock && Case.FindStep(step.Key)?.State != StepState.Done);

    /// <summary>Who is operated: both sides must have it before their eyes.</summary>
    public PatientRecord Patient { get; private set; } = new("");

    /// <summary>The first days on which the surgery could be: at the usual pace, urgent, with files only.</summary>
    public (DateOnly Usual, DateOnly Urgent, DateOnly FilesOnly) Earliest { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Patient = (await patients.FindAsync(Case.PatientId, cancel))?.Record ?? new(Case.PatientName);
        var (table, calendar, asked) = (await timetable.TableAsync(cancel), await timetable.CalendarAsync(cancel), Case.Prescription);
        DateOnly Of(Prescription how) => Schedule.Earliest(Frame.Pathway, how, table, calendar, timetable.Today);
        Earliest = (Of(asked with { IsUrgent = false, Output = Output.Printed }), Of(asked with { IsUrgent = true, Output = Output.Printed }), Of(asked with { IsUrgent = false, Output = Output.FilesOnly }));
    }
}
