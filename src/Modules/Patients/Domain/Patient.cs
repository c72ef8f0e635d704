using Percurso.Kernel.Data;
using Percurso.Patients.Contracts;

namespace Percurso.Patients.Domain;

/// <summary>A patient as one clinic knows them. The same person in two clinics is two patients, who know nothing of each other.</summary>
sealed class Patient : Aggregate
{
    public const int NameLength = 120;
    public const int LineLength = 120;
    public const int TextLength = 2000;

    Patient() { }

    public Guid ClinicId { get; private set; }
    public string Name { get; private set; } = "";
    public DateOnly? BornOn { get; private set; }
    public Sex Sex { get; private set; }
    public string? Phone { get; private set; }
    public string? Email { get; private set; }
    public string? Allergies { get; private set; }
    public string? Conditions { get; private set; }
    public string? Notes { get; private set; }
    public DateTime AddedAt { get; private set; }
    public Guid AddedBy { get; private set; }

    public PatientRecord AsRecord => new(Name, BornOn, Sex, Phone, Email, Allergies, Conditions, Notes);

    public static Patient Add(Guid clinic, PatientRecord record, Guid by, DateTime now)
    {
        var patient = new Patient { ClinicId = clinic, AddedAt = now, AddedBy = by };
        patient.Write(record);
        return patient;
    }

    public void Change(PatientRecord record)
    {
        Write(record);
        Record(new PatientChanged(Id));
    }

    void Write(PatientRecord record)
    {
        (Name, BornOn, Sex, Phone, Email, Allergies, Conditions, Notes) = record;
        Changed();
    }
}
