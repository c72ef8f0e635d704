using System.Text.Json;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

using Percurso.Files.Domain;
using Percurso.Files.Downloads;
using Percurso.Files.Links;
using Percurso.Files.Previews;
using Percurso.Files.Slots;
using Percurso.Files.Uploads;
using Percurso.Kernel.Data;
using Percurso.Kernel.Localization;

namespace Percurso.Files.Data;

/// <summary>What is being sent, what has come, the slots it goes into, the links by which others send, who fetched what.</summary>
sealed class FilesDb(DbContextOptions<FilesDb> options) : ModuleDb(options)
{
    public const string Schema = "files";

    public DbSet<Upload> Uploads => Set<Upload>();
    public DbSet<Piece> Pieces => Set<Piece>();
    public DbSet<StoredFile> Files => Set<StoredFile>();
    public DbSet<StoredPreview> Previews => Set<StoredPreview>();
    public DbSet<Slot> Slots => Set<Slot>();
    public DbSet<Link> Links => Set<Link>();
    public DbSet<Access> Accesses => Set<Access>();

    protected override void Map(ModelBuilder model)
    {
        model.Entity<Upload>(upload =>
        {
            upload.ToTable("Upload").HasKey(row => row.Id);
            upload.Property(row => row.Id).ValueGeneratedNever();
            upload.Property(row => row.Name).HasMaxLength(Upload.NameLength);
            upload.HasIndex(row => row.OwnerId);
            upload.HasIndex(row => row.ExpiresAt).HasFilter("finished_at is null");
        });
        model.Entity<Piece>(piece =>
        {
            piece.ToTable("Piece").HasKey(row => row.Id);
            piece.Property(row => row.Id).ValueGeneratedNever();
            piece.HasOne<Upload>().WithMany().HasForeignKey(row => row.UploadId);
            piece.HasIndex(row => new { row.UploadId, row.Number }).IsUnique();
        });
        model.Entity<StoredFile>(file =>
        {
            file.ToTable("File").HasKey(row => row.Id);
            file.Property(row => row.Name).HasMaxLength(Upload.NameLength);
            file.Property(row => row.Verdict).HasColumnType("jsonb");
            file.HasIndex(row => new { row.Purpose, row.SubjectId, row.Slot, row.Number }).IsUnique();
            file.HasIndex(row => row.UploadId).IsUnique();
            file.HasOne<Upload>().WithMany().HasForeignKey(row => row.UploadId);
            file.HasIndex(row => row.OutAt).HasFilter("state = 'Quarantined'");
            file.HasIndex(row => row.CheckAfter).HasFilter("state = 'Checking'");
        });
        model.Entity<StoredPreview>(preview =>
        {
            preview.ToTable("Preview").HasKey(row => row.Id);
            preview.Property(row => row.Id).ValueGeneratedNever();
            preview.HasOne<StoredFile>().WithMany().HasForeignKey(row => row.FileId);
            preview.HasIndex(row => new { row.FileId, row.View }).IsUnique();
        });
        model.Entity<Access>(access =>
        {
            access.ToTable("Access").HasKey(row => row.Id);
            access.Property(row => row.Id).ValueGeneratedNever();
            access.HasIndex(row => row.SubjectId);
        });
        model.Entity<Link>(link =>
        {
            link.ToTable("Link").HasKey(row => row.Id);
            link.Property(row => row.Name).HasMaxLength(Link.NameLength);
            link.HasIndex(row => row.SecretHash).IsUnique();
            link.HasIndex(row => new { row.Purpose, row.SubjectId });
        });
        model.Entity<Slot>(slot =>
        {
            slot.ToTable("Slot").HasKey(row => row.Id);
            slot.HasIndex(row => row.Key).IsUnique();
            slot.Property(row => row.OwnLimits).HasColumnName("limits").HasColumnType("jsonb").HasConversion(
                value => JsonSerializer.Serialize(value, JsonSerializerOptions.Web),
                stored => JsonSerializer.Deserialize<Dictionary<string, SlotLimit>>(stored, JsonSerializerOptions.Web)!,
                // Limits are replaced as a whole.
                new ValueComparer<IReadOnlyDictionary<string, SlotLimit>>((one, other) => ReferenceEquals(one, other), limits => limits.Count, limits => limits));
            slot.Ignore(row => row.Limits).Ignore(row => row.Sorts);
            foreach (var text in new[] { nameof(Slot.Title), nameof(Slot.Why) })
                slot.Property<LocalText>(text).HasColumnType("jsonb").HasConversion(
                    value => JsonSerializer.Serialize(value, JsonSerializerOptions.Web), stored => JsonSerializer.Deserialize<LocalText>(stored, JsonSerializerOptions.Web)!);
        });
    }
}
