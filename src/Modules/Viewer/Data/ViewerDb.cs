using Microsoft.EntityFrameworkCore;

using Percurso.Kernel.Data;
using Percurso.Viewer.Domain;

namespace Percurso.Viewer.Data;

/// <summary>Versions with their layers, prepared meshes, comments.</summary>
sealed class ViewerDb(DbContextOptions<ViewerDb> options) : ModuleDb(options)
{
    public const string Schema = "viewer";

    public DbSet<ModelVersion> Versions => Set<ModelVersion>();
    public DbSet<PreparedMesh> Meshes => Set<PreparedMesh>();
    public DbSet<MeshBytes> Bytes => Set<MeshBytes>();
    public DbSet<Comment> Comments => Set<Comment>();

    public IQueryable<ModelVersion> Whole => Versions.Include("layers");

    public IQueryable<Comment> WholeComments => Comments.Include("replies");

    protected override void Map(ModelBuilder model)
    {
        model.Entity<ModelVersion>(version =>
        {
            version.ToTable("ModelVersion").HasKey(row => row.Id);
            version.Property(row => row.Notes).HasMaxLength(ModelVersion.NotesLength);
            version.ComplexProperty(row => row.Orientation, lies =>
            {
                lies.Property(row => row.Front).HasColumnName("orientation_front");
                lies.Property(row => row.Up).HasColumnName("orientation_up");
            });
            version.Ignore(row => row.Layers);
            version.HasMany<Layer>("layers").WithOne().HasForeignKey(layer => layer.VersionId);
            version.HasIndex(row => new { row.Purpose, row.SubjectId, row.Number }).IsUnique();
        });
        model.Entity<Layer>(layer =>
        {
            layer.ToTable("Layer").HasKey(row => row.Id);
            layer.Property(row => row.Id).ValueGeneratedNever();
            layer.Property(row => row.Name).HasMaxLength(Layer.NameLength);
            layer.HasIndex(row => new { row.VersionId, row.FileId }).IsUnique();
            layer.HasOne<PreparedMesh>().WithMany().HasForeignKey(row => row.MeshId).OnDelete(DeleteBehavior.Restrict);
            layer.HasIndex(row => row.MeshId);
        });
        model.Entity<PreparedMesh>(mesh =>
        {
            mesh.ToTable("PreparedMesh").HasKey(row => row.Id);
            mesh.HasIndex(row => row.FileSha256).IsUnique();
            mesh.HasIndex(row => row.LookAfter).HasFilter("state = 'Preparing'");
        });
        model.Entity<MeshBytes>().ToTable("MeshBytes").HasKey(row => row.Sha256);
        model.Entity<Comment>(comment =>
        {
            comment.ToTable("Comment").HasKey(row => row.Id);
            comment.Property(row => row.Text).HasMaxLength(Comment.TextLength);
            comment.Property(row => row.View).HasColumnType("jsonb");
            comment.Ignore(row => row.Replies);
            comment.HasMany<Reply>("replies").WithOne().HasForeignKey(reply => reply.CommentId);
            comment.HasOne<ModelVersion>().WithMany().HasForeignKey(row => row.VersionId);
            comment.HasIndex(row => new { row.VersionId, row.Number }).IsUnique();
        });
        model.Entity<Reply>(reply =>
        {
            reply.ToTable("Reply").HasKey(row => row.Id);
            reply.Property(row => row.Id).ValueGeneratedNever();
            reply.Property(row => row.Text).HasMaxLength(Comment.TextLength);
            reply.HasIndex(row => row.CommentId);
        });
    }
}
