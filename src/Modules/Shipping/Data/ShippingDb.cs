using Microsoft.EntityFrameworkCore;

using Percurso.Kernel.Data;
using Percurso.Shipping.Domain;

namespace Percurso.Shipping.Data;

/// <summary>The table of freight, and where orders go.</summary>
sealed class ShippingDb(DbContextOptions<ShippingDb> options) : ModuleDb(options)
{
    public const string Schema = "shipping";

    public DbSet<Service> Services => Set<Service>();
    public DbSet<Region> Regions => Set<Region>();
    public DbSet<Rate> Rates => Set<Rate>();
    public DbSet<Delivery> Deliveries => Set<Delivery>();

    protected override void Map(ModelBuilder model)
    {
        model.Entity<Service>().ToTable("Service").HasKey(row => row.Key);
        model.Entity<Region>().ToTable("Region").HasKey(row => row.Key);
        model.Entity<Rate>(rate =>
        {
            rate.ToTable("Rate").HasKey(row => row.Id);
            rate.HasOne<Service>().WithMany().HasForeignKey(row => row.ServiceKey);
            rate.HasOne<Region>().WithMany().HasForeignKey(row => row.RegionKey);
        });
        model.Entity<Delivery>(delivery =>
        {
            delivery.ToTable("Delivery").HasKey(row => row.Id);
            delivery.HasIndex(row => new { row.Purpose, row.SubjectId }).IsUnique();
            delivery.HasIndex(row => new { row.ClinicId, row.ChosenAt });
        });
    }
}
