using Microsoft.EntityFrameworkCore;

using Npgsql;

using Percurso.Kernel.Data;
using Percurso.Production.Domain;

namespace Percurso.Production.Data;

/// <summary>Materials, printers, lots, and what is printed.</summary>
sealed class ProductionDb(DbContextOptions<ProductionDb> options) : ModuleDb(options)
{
    public const string Schema = "production";

    public DbSet<Material> Materials => Set<Material>();
    public DbSet<Printer> Printers => Set<Printer>();
    public DbSet<Lot> Lots => Set<Lot>();
    public DbSet<PrintOrder> Orders => Set<PrintOrder>();

    /// <summary>Orders with their parts and histories.</summary>
    public IQueryable<PrintOrder> Whole => Orders.Include("parts").Include("lines").AsSplitQuery();

    /// <summary>Of two who move one order at once each would write the same line of its history: the second is told that somebody else changed it meanwhile.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        catch (DbUpdateException second) when (second.InnerException is PostgresException { ConstraintName: "ix_print_line_order_id_number" })
        {
            throw new DbUpdateConcurrencyException(second.Message, second);
        }
    }

    protected override void Map(ModelBuilder model)
    {
        model.Entity<Material>(material =>
        {
            material.ToTable("Material").HasKey(row => row.Id);
            material.Property(row => row.Title).HasMaxLength(Material.TitleLength);
            material.Property(row => row.TitleEn).HasMaxLength(Material.TitleLength);
            material.Property(row => row.Note).HasMaxLength(Material.NoteLength);
        });
        model.Entity<Printer>(printer =>
        {
            printer.ToTable("Printer").HasKey(row => row.Id);
            printer.Property(row => row.Name).HasMaxLength(Printer.NameLength);
            printer.Property(row => row.Model).HasMaxLength(Printer.NameLength);
        });
        model.Entity<Lot>(lot =>
        {
            lot.ToTable("Lot").HasKey(row => row.Id);
            lot.Property(row => row.Number).HasMaxLength(Lot.NumberLength);
            lot.HasOne<Material>().WithMany().HasForeignKey(row => row.MaterialId);
        });
        model.Entity<PrintOrder>(order =>
        {
            order.ToTable("PrintOrder").HasKey(row => row.Id);
            order.Ignore(row => row.Parts).Ignore(row => row.Lines).Ignore(row => row.Called);
            order.Property(row => row.Carrier).HasMaxLength(PrintOrder.CarrierLength);
            order.Property(row => row.Tracking).HasMaxLength(TrackingCode.Longest);
            order.HasOne<Material>().WithMany().HasForeignKey(row => row.MaterialId);
            order.HasOne<Printer>().WithMany().HasForeignKey(row => row.PrinterId);
            order.HasOne<Lot>().WithMany().HasForeignKey(row => row.LotId);
            order.HasIndex(row => new { row.Purpose, row.SubjectId, row.Number }).IsUnique();
            order.HasIndex(row => new { row.State, row.DueOn });
            order.HasMany<OrderedPart>("parts").WithOne().HasForeignKey(part => part.OrderId);
            order.HasMany<PrintLine>("lines").WithOne().HasForeignKey(line => line.OrderId);
        });
        model.Entity<OrderedPart>().ToTable("OrderedPart").HasKey(row => new { row.OrderId, row.Position });
        model.Entity<PrintLine>(line =>
        {
            line.ToTable("PrintLine").HasKey(row => row.Id);
            line.Property(row => row.Id).ValueGeneratedNever();
            line.HasIndex(row => new { row.OrderId, row.Number }).IsUnique();
        });
    }
}
