using Microsoft.EntityFrameworkCore;

using Percurso.Kernel.Data;
using Percurso.Meetings.Domain;

namespace Percurso.Meetings.Data;

/// <summary>Rooms, who is and was in them, what was written there, and what is on its way between nodes.</summary>
sealed class MeetingsDb(DbContextOptions<MeetingsDb> options) : ModuleDb(options)
{
    public const string Schema = "meetings";

    public DbSet<Room> Rooms => Set<Room>();
    public DbSet<Visit> Visits => Set<Visit>();
    public DbSet<ChatLine> Lines => Set<ChatLine>();
    public DbSet<Parcel> Parcels => Set<Parcel>();

    protected override void Map(ModelBuilder model)
    {
        model.Entity<Room>(room =>
        {
            room.ToTable("Room").HasKey(row => row.Id);
            room.HasIndex(row => row.BookingId).IsUnique();
            room.HasIndex(row => new { row.Purpose, row.SubjectId });
        });
        model.Entity<Visit>(visit =>
        {
            visit.ToTable("Visit").HasKey(row => row.Id);
            visit.Property(row => row.Id).ValueGeneratedNever();
            visit.HasOne<Room>().WithMany().HasForeignKey(row => row.RoomId);
            visit.HasIndex(row => row.Connection);
        });
        model.Entity<ChatLine>(line =>
        {
            line.ToTable("ChatLine").HasKey(row => row.Id);
            line.Property(row => row.Id).ValueGeneratedNever();
            line.Property(row => row.Seq).UseIdentityAlwaysColumn();
            line.Property(row => row.Text).HasMaxLength(ChatLine.TextLength);
            line.HasOne<Room>().WithMany().HasForeignKey(row => row.RoomId);
            line.HasIndex(row => row.By);
        });
        model.Entity<Parcel>(parcel =>
        {
            parcel.ToTable("Parcel").HasKey(row => row.Seq);
            parcel.Property(row => row.Seq).UseIdentityAlwaysColumn();
        });
    }
}
