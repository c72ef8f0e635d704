using Microsoft.EntityFrameworkCore;

using Percurso.Clinics.Domain;
using Percurso.Kernel.Data;

namespace Percurso.Clinics.Data;

/// <summary>Clinics with their members, invitations and addresses, and the one each person works for now.</summary>
sealed class ClinicsDb(DbContextOptions<ClinicsDb> options) : ModuleDb(options)
{
    public const string Schema = "clinics";

    public DbSet<Clinic> Clinics => Set<Clinic>();
    public DbSet<Choice> Choices => Set<Choice>();

    /// <summary>Clinics whole, except for invitations that are settled.</summary>
    public IQueryable<Clinic> Whole => Clinics
        .Include(clinic => clinic.Members.OrderBy(member => member.JoinedAt).ThenBy(member => member.AccountId))
        .Include(clinic => clinic.Invitations.Where(invitation => invitation.AcceptedAt == null && invitation.WithdrawnAt == null).OrderBy(invitation => invitation.Id))
        .Include(clinic => clinic.Addresses.OrderBy(address => address.Id));

    protected override void Map(ModelBuilder model)
    {
        model.Entity<Clinic>(clinic =>
        {
            clinic.ToTable("Clinic").HasKey(row => row.Id);
            clinic.HasMany(row => row.Members).WithOne().HasForeignKey(member => member.ClinicId);
            clinic.HasMany(row => row.Invitations).WithOne().HasForeignKey(invitation => invitation.ClinicId);
            clinic.HasMany(row => row.Addresses).WithOne().HasForeignKey(address => address.ClinicId);
        });
        model.Entity<Member>(member =>
        {
            member.ToTable("Member").HasKey(row => new { row.ClinicId, row.AccountId });
            member.Property(row => row.AccountId).ValueGeneratedNever();
            member.HasIndex(row => row.AccountId);
        });
        model.Entity<Invitation>(invitation =>
        {
            invitation.ToTable("Invitation").HasKey(row => row.Id);
            invitation.Property(row => row.Id).ValueGeneratedNever();
        });
        model.Entity<Address>(address =>
        {
            address.ToTable("Address").HasKey(row => row.Id);
            address.Property(row => row.Id).ValueGeneratedNever();
        });
        model.Entity<Choice>(choice =>
        {
            choice.ToTable("Choice").HasKey(row => row.AccountId);
            choice.Property(row => row.AccountId).ValueGeneratedNever();
            choice.HasOne<Clinic>().WithMany().HasForeignKey(row => row.ClinicId);
        });
    }
}
