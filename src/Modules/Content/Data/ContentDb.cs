using Microsoft.EntityFrameworkCore;

using Percurso.Content.Domain;
using Percurso.Content.Media;
using Percurso.Kernel.Data;

namespace Percurso.Content.Data;

sealed class ContentDb(DbContextOptions<ContentDb> options) : ModuleDb(options)
{
    public const string Schema = "content";

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<MediaItem> Media => Set<MediaItem>();
    public DbSet<MediaFolder> MediaFolders => Set<MediaFolder>();
    public DbSet<MediaBytes> MediaBytes => Set<MediaBytes>();

    /// <summary>Items of the library with all their versions and files, without the bytes.</summary>
    public IQueryable<MediaItem> MediaWhole => Media.Include(item => item.Versions.OrderBy(version => version.Number)).ThenInclude(version => version.Files);

    protected override void Map(ModelBuilder model)
    {
        MediaTables.Map(model);
        model.Entity<Message>(message =>
        {
            message.ToTable("Message").HasKey(row => row.Id);
            message.Property(row => row.Name).HasMaxLength(Message.NameLength);
            message.Property(row => row.Email).HasMaxLength(Message.EmailLength);
            message.Property(row => row.Text).HasMaxLength(Message.TextLength);
            message.HasIndex(row => row.LeftAt);
        });
    }
}
