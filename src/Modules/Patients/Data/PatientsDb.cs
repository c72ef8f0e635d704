using Microsoft.EntityFrameworkCore;

using Percurso.Kernel.Data;
using Percurso.Patients.Domain;

namespace Percurso.Patients.Data;

sealed class PatientsDb(DbContextOptions<PatientsDb> options) : ModuleDb(options)
{
    public const string Schema = "patients";

    public DbSet<Patient> Patients => Set<Patient>();

    protected override void Map(ModelBuilder model) => model.Entity<Patient>(patient =>
    {
        patient.ToTable("Patient").HasKey(row => row.Id);
        patient.Property(row => row.Name).HasMaxLength(Patient.NameLength);
        patient.Property(row => row.Phone).HasMaxLength(Patient.LineLength);
        patient.Property(row => row.Email).HasMaxLength(Patient.LineLength);
        patient.Property(row => row.Allergies).HasMaxLength(Patient.TextLength);
        patient.Property(row => row.Conditions).HasMaxLength(Patient.TextLength);
        patient.Property(row => row.Notes).HasMaxLength(Patient.TextLength);
        patient.HasIndex(row => row.ClinicId);
    });
}
