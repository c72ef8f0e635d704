using System.Text.Json;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

using Percurso.Invoicing.Domain;
using Percurso.Kernel.Data;
using Percurso.Payments.Contracts;

namespace Percurso.Invoicing.Data;

sealed class InvoicingDb(DbContextOptions<InvoicingDb> options) : ModuleDb(options)
{
    public const string Schema = "invoicing";

    public DbSet<Invoice> Invoices => Set<Invoice>();
    public DbSet<Profile> Profiles => Set<Profile>();

    protected override void Map(ModelBuilder model)
    {
        model.Entity<Invoice>(invoice =>
        {
            invoice.ToTable("Invoice").HasKey(row => row.Id);
            invoice.Property(row => row.Number).UseIdentityByDefaultColumn();
            invoice.HasIndex(row => row.Number).IsUnique();
            invoice.HasIndex(row => new { row.ChargeId, row.ForSponsor }).IsUnique();
            invoice.HasIndex(row => row.ClinicId);
            invoice.Property(row => row.Payer).HasColumnType("jsonb").HasConversion(
                payer => JsonSerializer.Serialize(payer, JsonSerializerOptions.Web), text => JsonSerializer.Deserialize<Payer>(text, JsonSerializerOptions.Web)!);
            invoice.Property(row => row.Lines).HasColumnType("jsonb").HasConversion(
                lines => JsonSerializer.Serialize(lines, JsonSerializerOptions.Web),
                text => JsonSerializer.Deserialize<List<ChargeLine>>(text, JsonSerializerOptions.Web)!,
                new ValueComparer<IReadOnlyList<ChargeLine>>((one, other) => one!.SequenceEqual(other!), lines => lines.Count, lines => lines));
        });
        model.Entity<Profile>(profile =>
        {
            profile.ToTable("Profile").HasKey(row => row.Id);
            profile.HasIndex(row => row.ClinicId).IsUnique();
            profile.Property(row => row.Payer).HasColumnType("jsonb").HasConversion(
                payer => JsonSerializer.Serialize(payer, JsonSerializerOptions.Web), text => JsonSerializer.Deserialize<Payer>(text, JsonSerializerOptions.Web)!);
        });
    }
}
