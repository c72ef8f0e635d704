using Microsoft.EntityFrameworkCore;

using Percurso.Content.Domain;
using Percurso.Kernel.Data;

namespace Percurso.Content.Data;

sealed class ContentDb(DbContextOptions<ContentDb> options) : ModuleDb(options)
{
    public const string Schema = "content";

    public DbSet<Message> Messages => Set<Message>();

    protected override void Map(ModelBuilder model) => model.Entity<Message>(message =>
    {
        message.ToTable("Message").HasKey(row => row.Id);
        message.Property(row => row.Name).HasMaxLength(Message.NameLength);
        message.Property(row => row.Email).HasMaxLength(Message.EmailLength);
        message.Property(row => row.Text).HasMaxLength(Message.TextLength);
        message.HasIndex(row => row.LeftAt);
    });
}
