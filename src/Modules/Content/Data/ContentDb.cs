using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

using Percurso.Content.Domain;
using Percurso.Content.Domain.Pages;
using Percurso.Content.Media;
using Percurso.Content.Menus;
using Percurso.Content.Orchard;
using Percurso.Kernel.Data;

namespace Percurso.Content.Data;

sealed class ContentDb(DbContextOptions<ContentDb> options) : ModuleDb(options)
{
    public const string Schema = "content";

    public DbSet<Message> Messages => Set<Message>();
    public DbSet<SitePage> Pages => Set<SitePage>();
    public DbSet<PageVersion> Versions => Set<PageVersion>();
    public DbSet<Redirect> Redirects => Set<Redirect>();
    public DbSet<Presence> Presences => Set<Presence>();

    public DbSet<OrchardUpload> OrchardUploads => Set<OrchardUpload>();
    public DbSet<SiteMenu> Menus => Set<SiteMenu>();
    public DbSet<MediaItem> Media => Set<MediaItem>();
    public DbSet<MediaFolder> MediaFolders => Set<MediaFolder>();
    public DbSet<MediaBytes> MediaBytes => Set<MediaBytes>();

    /// <summary>Items of the library with all their versions and files, without the bytes.</summary>
    public IQueryable<MediaItem> MediaWhole => Media.Include(item => item.Versions.OrderBy(version => version.Number)).ThenInclude(version => version.Files);

    protected override void Map(ModelBuilder model)
    {
        MediaTables.Map(model);
        MenuTables.Map(model);
        OrchardTables.Map(model);
        model.Entity<Message>(message =>
        {
            message.ToTable("Message").HasKey(row => row.Id);
            message.Property(row => row.Name).HasMaxLength(Message.NameLength);
            message.Property(row => row.Email).HasMaxLength(Message.EmailLength);
            message.Property(row => row.Text).HasMaxLength(Message.TextLength);
            message.Property(row => row.Answer).HasMaxLength(Message.TextLength);
            message.HasIndex(row => row.LeftAt);
        });
        MapPages(model);
    }

    static void MapPages(ModelBuilder model)
    {
        model.Entity<SitePage>(page =>
        {
            page.ToTable("Page").HasKey(row => row.Id);
            page.Property(row => row.Title).HasMaxLength(PageContent.TitleLength);
            page.Property(row => row.Address).HasMaxLength(PageAddress.Length);
            Content(page.Property(row => row.Draft));
            Content(page.Property(row => row.Live));
            page.HasIndex(row => new { row.Culture, row.Address }).IsUnique();
            page.HasIndex(row => new { row.GroupId, row.Culture }).IsUnique();
            page.HasMany(row => row.Versions).WithOne().HasForeignKey(version => version.PageId);
        });
        model.Entity<PageVersion>(version =>
        {
            version.ToTable("PageVersion").HasKey(row => row.Id);
            version.Property(row => row.Id).ValueGeneratedNever();
            Content(version.Property(row => row.Content));
            version.HasIndex(row => new { row.PageId, row.Number }).IsUnique();
        });
        model.Entity<Redirect>(redirect =>
        {
            redirect.ToTable("Redirect").HasKey(row => row.Id);
            redirect.Property(row => row.Id).ValueGeneratedNever();
            redirect.Property(row => row.Origin).HasMaxLength(Redirect.Length);
            redirect.Property(row => row.Target).HasMaxLength(Redirect.Length);
            redirect.HasIndex(row => row.Origin).IsUnique();
            redirect.HasOne<SitePage>().WithMany().HasForeignKey(row => row.PageId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Presence>(presence =>
        {
            presence.ToTable("Presence").HasKey(row => new { row.PageId, row.AccountId });
            presence.HasOne<SitePage>().WithMany().HasForeignKey(row => row.PageId);
        });
        model.Entity<Edition>(edition =>
        {
            edition.ToTable("Edition").HasKey(row => row.Number);
            edition.Property(row => row.Number).ValueGeneratedNever();
        });
    }

    static void Content<T>(PropertyBuilder<T> property) => property.HasColumnType("jsonb").HasConversion(
        new ValueConverter<PageContent, string>(content => content.Write(), json => PageContent.Read(json)),
        new ValueComparer<PageContent>((one, other) => Equals(one, other), content => content.GetHashCode()));
}
