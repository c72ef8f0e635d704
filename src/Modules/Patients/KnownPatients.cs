using Microsoft.EntityFrameworkCore;

using Percurso.Kernel.Data;
using Percurso.Patients.Contracts;
using Percurso.Patients.Data;
using Percurso.Patients.Domain;

namespace Percurso.Patients;

sealed class KnownPatients(PatientsDb db, TimeProvider clock) : IPatients
{
    /// <summary>From 0 to 1, as pg_trgm counts; "Ana Lima" and "Anna Lima" have 0.6.</summary>
    const double Alike = 0.5;

    public async Task<KnownPatient?> FindAsync(Guid patient, CancellationToken cancel) =>
        await db.Patients.AsNoTracking().SingleOrDefaultAsync(one => one.Id == patient, cancel) is { } found ? Known(found) : null;

    public async Task<Guid> AddAsync(Guid clinic, PatientRecord record, Guid by, CancellationToken cancel)
    {
        var patient = Patient.Add(clinic, record, by, clock.GetUtcNow().UtcDateTime);
        db.Add(patient);
        await db.SaveChangesAsync(cancel);
        return patient.Id;
    }

    public async Task<IReadOnlyList<KnownPatient>> LikeAsync(Guid clinic, string name, DateOnly? bornOn, CancellationToken cancel)
    {
        var found = await db.Patients.AsNoTracking()
            .Where(one => one.ClinicId == clinic
                && (Sql.Plain(one.Name) == Sql.Plain(name)
                    || EF.Functions.TrigramsSimilarity(Sql.Plain(one.Name), Sql.Plain(name)) > Alike
                        && (bornOn == null || one.BornOn == null || one.BornOn == bornOn)))
            .OrderByDescending(one => EF.Functions.TrigramsSimilarity(Sql.Plain(one.Name), Sql.Plain(name))).ThenBy(one => one.Id)
            .Take(5).ToListAsync(cancel);
        return [.. found.Select(Known)];
    }

    static KnownPatient Known(Patient patient) => new(patient.Id, patient.ClinicId, patient.AsRecord);
}
