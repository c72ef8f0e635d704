using Microsoft.EntityFrameworkCore;

using Percurso.Kernel.Data;
using Percurso.Scheduling.Domain;

namespace Percurso.Scheduling.Data;

/// <summary>When people can be met, and when they are.</summary>
sealed class SchedulingDb(DbContextOptions<SchedulingDb> options) : ModuleDb(options)
{
    public const string Schema = "scheduling";

    /// <summary>No two bookings of one person's that stand overlap: an exclusion constraint, which a model cannot say.</summary>
    public const string Alone = "booking_alone";

    public DbSet<Agenda> Agendas => Set<Agenda>();
    public DbSet<Booking> Bookings => Set<Booking>();

    protected override void Map(ModelBuilder model)
    {
        model.Entity<Agenda>(agenda =>
        {
            agenda.ToTable("Agenda").HasKey(row => row.Id);
            agenda.HasIndex(row => row.AccountId).IsUnique();
            agenda.HasMany(row => row.Days).WithOne().HasForeignKey("AgendaId").IsRequired();
        });
        model.Entity<AgendaDay>(day =>
        {
            day.ToTable("AgendaDay").HasKey(row => row.Id);
            day.Property(row => row.Id).ValueGeneratedNever();
        });
        model.Entity<Booking>(booking =>
        {
            booking.ToTable("Booking").HasKey(row => row.Id);
            booking.HasIndex(row => new { row.Purpose, row.SubjectId });
            booking.HasIndex(row => new { row.HostId, row.StartsAt });
        });
    }
}
