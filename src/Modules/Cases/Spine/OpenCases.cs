using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Contracts;
using Percurso.Cases.Data;
using Percurso.Cases.Domain;
using Percurso.Kernel;
using Percurso.Kernel.Data;
using Percurso.Patients.Contracts;

namespace Percurso.Cases.Spine;

/// <summary>What somebody asks for when they open a case. Either the patient is known, or they are written down with it.</summary>
sealed record CaseAsked(
    Guid ClinicId, Guid DentistId, Guid? PatientId, PatientRecord? NewPatient, string? Nickname, Prescription Prescription, Guid By, bool ByCompany = false);

/// <summary>Opens cases: patient, number and case in one act.</summary>
sealed class OpenCases(CasesDb db, IPatients patients, Walk walk, TimeProvider clock, TimeZoneInfo zone)
{
    /// <summary>The pathway of cases that end in a surgical guide.</summary>
    public const string SurgicalGuide = "surgical-guide";

    public async Task<Case> OpenAsync(CaseAsked asked, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        using var together = Together.Begin();
        var patient = asked.PatientId ?? await patients.AddAsync(asked.ClinicId, asked.NewPatient!, asked.By, cancel);
        if (await patients.FindAsync(patient, cancel) is not { } known || known.ClinicId != asked.ClinicId)
            throw new RuleBrokenException("Este paciente não é deste consultório.");

        var pathway = await NewestAsync(cancel);
        var number = await NumberAsync(TimeZoneInfo.ConvertTimeFromUtc(now, zone).Year, cancel);
        var opened = Case.Open(
            new(number, asked.Nickname, asked.ClinicId, patient, known.Record.Name, asked.DentistId, asked.Prescription, asked.By, asked.ByCompany), pathway, now);
        db.Add(opened);
        await walk.GoOnAsync(opened, cancel);
        await RememberAsync(asked, cancel);
        await db.SaveChangesAsync(cancel);
        together.Complete();
        return opened;
    }

    public async Task<Pathway> NewestAsync(CancellationToken cancel) =>
        await db.Pathways.Where(one => one.Key == SurgicalGuide).OrderByDescending(one => one.Number).FirstOrDefaultAsync(cancel)
            ?? throw new RuleBrokenException("Este site ainda não tem um percurso para os casos. Fale com a empresa.");

    /// <summary>The next number of the year. The row is locked until the case is saved, so that none is skipped and none given twice.</summary>
    async Task<string> NumberAsync(int year, CancellationToken cancel)
    {
        var number = (await db.Database.SqlQuery<int>(
            $"""
            insert into cases.numbering (year, last) values ({year}, 1)
            on conflict (year) do update set last = cases.numbering.last + 1 returning last as "Value"
            """).ToListAsync(cancel)).Single();
        return $"{year}-{number:0000}";
    }

    /// <summary>What the dentist used is offered for their next case.</summary>
    async Task RememberAsync(CaseAsked asked, CancellationToken cancel)
    {
        var habit = await db.Habits.FindAsync([asked.DentistId, asked.ClinicId], cancel);
        if (habit is null) db.Add(habit = new() { DentistId = asked.DentistId, ClinicId = asked.ClinicId });
        if (asked.Prescription.Implants.FirstOrDefault(one => !one.WeChoose) is { } implant)
            (habit.Brand, habit.Line, habit.Platform) = (implant.Brand, implant.Line, implant.Platform);
        (habit.Kit, habit.Sleeves) = (asked.Prescription.Kit ?? habit.Kit, asked.Prescription.Sleeves ?? habit.Sleeves);
    }
}
