using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Data;
using Percurso.Kernel.Events;
using Percurso.Patients.Contracts;

namespace Percurso.Cases.Reactions;

/// <summary>Cases call their patient as Patients does.</summary>
sealed class CallPatients(CasesDb db, IPatients patients) : IHandle<PatientChanged>
{
    public async Task HandleAsync(PatientChanged fact, CancellationToken cancel)
    {
        if (await patients.FindAsync(fact.PatientId, cancel) is not { } patient) return;

        foreach (var one in await db.Cases.Where(one => one.PatientId == fact.PatientId && one.PatientName != patient.Record.Name).ToListAsync(cancel))
            one.CallPatient(patient.Record.Name);
        await db.SaveChangesAsync(cancel);
    }
}
