using System.Text.Json;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

using Percurso.Content.Media;
using Percurso.Kernel.Localization;

namespace Percurso.Content.Data;

static class MediaTables
{
    static readonly ValueConverter<LocalText?, string?> json = new(
        text => text == null ? null : JsonSerializer.Serialize(text, JsonSerializerOptions.Web),
        stored => stored == null ? null : JsonSerializer.Deserialize<LocalText>(stored, JsonSerializerOptions.Web));

    public static void Map(ModelBuilder model)
    {
        model.Entity<MediaItem>(item =>
        {
            item.ToTable("MediaItem").HasKey(row => row.Id);
            item.Property(row => row.Key).HasMaxLength(MediaItem.KeyLength);
            item.Property(row => row.Title).HasMaxLength(MediaItem.TitleLength);
            item.Property(row => row.Alt).HasConversion(json).HasColumnType("jsonb");
            item.HasIndex(row => row.Key).IsUnique();
            item.HasIndex(row => row.Folder);
            item.HasMany(row => row.Versions).WithOne().HasForeignKey(version => version.ItemId);
            item.Ignore(row => row.Current);
        });
        model.Entity<MediaVersion>(version =>
        {
            version.ToTable("MediaVersion").HasKey(row => new { row.ItemId, row.Number });
            version.Property(row => row.Number).ValueGeneratedNever();
            version.Property(row => row.FileName).HasMaxLength(CheckedFile.NameLength);
            version.HasMany(row => row.Files).WithOne().HasForeignKey(file => new { file.ItemId, file.Number });
            version.HasOne<MediaBytes>().WithMany().HasForeignKey(row => row.Hash).OnDelete(DeleteBehavior.NoAction);
            version.HasIndex(row => row.Hash);
        });
        model.Entity<MediaFile>(file =>
        {
            file.ToTable("MediaFile").HasKey(row => new { row.ItemId, row.Number, row.Hash });
            file.HasOne<MediaBytes>().WithMany().HasForeignKey(row => row.Hash).OnDelete(DeleteBehavior.NoAction);
            file.HasIndex(row => row.Hash);
        });
        model.Entity<MediaBytes>().ToTable("MediaBytes").HasKey(row => row.Hash);
        model.Entity<MediaFolder>(folder =>
        {
            folder.ToTable("MediaFolder").HasKey(row => row.Path);
            folder.Property(row => row.Path).HasMaxLength(Folders.PathLength);
        });
    }
}
