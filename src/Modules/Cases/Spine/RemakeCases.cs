using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Contracts;
using Percurso.Cases.Data;
using Percurso.Cases.Domain;
using Percurso.Kernel.Data;

namespace Percurso.Cases.Spine;

/// <summary>
/// Opens a case that remakes another with a changed plan: same patient, prescription, dentist and pathway. It is called by the first case's number, <c>2026-0042-R1</c>;
/// a remake of a remake is one more of the first.
/// </summary>
sealed class RemakeCases(CasesDb db, Walk walk, TimeProvider clock)
{
    public async Task<Case> OpenAsync(Case one, RemakePayer payer, Guid by, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        using var together = Together.Begin();
        var first = one.RemakeOf is { } id ? await db.Whole.SingleAsync(row => row.Id == id, cancel) : one;
        // Of two remakes of one case the second waits, and gets the next number.
        await db.Database.ExecuteSqlAsync($"""select id from cases."case" where id = {first.Id} for update""", cancel);
        var number = $"{first.Number}-R{await db.Cases.CountAsync(row => row.RemakeOf == first.Id, cancel) + 1}";
        var pathway = await db.Pathways.SingleAsync(row => row.Id == one.PathwayId, cancel);
        var opened = Case.Open(
            new(number, first.Nickname, one.ClinicId, one.PatientId, one.PatientName, one.DentistId, one.Prescription, by, ByCompany: true) { RemakeOf = first.Id, RemakePayer = payer }, pathway, now);
        db.Add(opened);
        one.Note(Happening.Replanned, Party.Company, by, now, number);
        await walk.GoOnAsync(opened, cancel);
        await db.SaveChangesAsync(cancel);
        together.Complete();
        return opened;
    }
}
