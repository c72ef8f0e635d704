using System.Text.Json;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

using Percurso.Kernel.Data;
using Percurso.Payments.Contracts;
using Percurso.Payments.Domain;

namespace Percurso.Payments.Data;

/// <summary>Charges with their payments, what is to be done at gateways, the price list, coupons, sponsors and credits.</summary>
sealed class PaymentsDb(DbContextOptions<PaymentsDb> options) : ModuleDb(options)
{
    public const string Schema = "payments";

    public DbSet<Charge> Charges => Set<Charge>();
    public DbSet<Notice> Notices => Set<Notice>();
    public DbSet<Errand> Errands => Set<Errand>();
    public DbSet<Coupon> Coupons => Set<Coupon>();
    public DbSet<CouponUse> Uses => Set<CouponUse>();
    public DbSet<Sponsor> Sponsors => Set<Sponsor>();
    public DbSet<SponsorEntry> SponsorEntries => Set<SponsorEntry>();
    public DbSet<CreditAccount> Credits => Set<CreditAccount>();
    public DbSet<CreditEntry> CreditEntries => Set<CreditEntry>();
    public DbSet<PriceItem> Items => Set<PriceItem>();
    public DbSet<QuotaUse> Quotas => Set<QuotaUse>();
    public DbSet<Proof> Proofs => Set<Proof>();

    public IQueryable<Charge> Whole => Charges
        .Include(charge => charge.Attempts.OrderBy(attempt => attempt.Id))
        .Include(charge => charge.Refunds.OrderBy(refund => refund.Id))
        .Include(charge => charge.History.OrderBy(line => line.Number));

    protected override void Map(ModelBuilder model)
    {
        MapCharges(model);
        MapGateways(model);
        MapCoupons(model);
        MapPrices(model);
        model.Entity<CreditAccount>(credit =>
        {
            credit.ToTable("CreditAccount", table => table.HasCheckConstraint("ck_credit_account_balance", "balance >= 0")).HasKey(row => row.ClinicId);
            credit.Property(row => row.ClinicId).ValueGeneratedNever();
        });
        model.Entity<CreditEntry>(entry =>
        {
            entry.ToTable("CreditEntry").HasKey(row => row.Id);
            entry.Property(row => row.Id).ValueGeneratedNever();
            entry.HasIndex(row => row.ClinicId);
            entry.HasIndex(row => row.ChargeId);
        });
    }

    static void MapCharges(ModelBuilder model)
    {
        model.Entity<Charge>(charge =>
        {
            charge.ToTable("Charge").HasKey(row => row.Id);
            charge.Property(row => row.Number).UseIdentityByDefaultColumn();
            charge.HasIndex(row => row.Number).IsUnique();
            charge.HasIndex(row => new { row.Purpose, row.SubjectId, row.Key }).IsUnique();
            charge.HasIndex(row => row.ClinicId);
            charge.HasIndex(row => new { row.State, row.OpenedAt });
            charge.HasIndex(row => row.PaidAt);
            Json(charge.Property(row => row.Lines));
            charge.HasMany(row => row.Attempts).WithOne().HasForeignKey(row => row.ChargeId);
            charge.HasMany(row => row.Refunds).WithOne().HasForeignKey(row => row.ChargeId);
            charge.HasMany(row => row.History).WithOne().HasForeignKey(row => row.ChargeId);
        });
        model.Entity<Attempt>(attempt =>
        {
            attempt.ToTable("Attempt").HasKey(row => row.Id);
            attempt.Property(row => row.Id).ValueGeneratedNever();
            attempt.HasIndex(row => new { row.Gateway, row.Session }).IsUnique();
        });
        model.Entity<Refund>(refund =>
        {
            refund.ToTable("Refund").HasKey(row => row.Id);
            refund.Property(row => row.Id).ValueGeneratedNever();
        });
        model.Entity<ChargeEvent>(line =>
        {
            line.ToTable("ChargeEvent").HasKey(row => row.Id);
            line.Property(row => row.Id).ValueGeneratedNever();
        });
        model.Entity<Proof>(proof =>
        {
            proof.ToTable("Proof").HasKey(row => row.ChargeId);
            proof.HasOne<Charge>().WithOne().HasForeignKey<Proof>(row => row.ChargeId);
        });
    }

    static void MapGateways(ModelBuilder model)
    {
        model.Entity<Notice>(notice =>
        {
            notice.ToTable("Notice").HasKey(row => new { row.Gateway, row.EventId });
            notice.HasIndex(row => row.Session);
        });
        model.Entity<Errand>(errand =>
        {
            errand.ToTable("Errand").HasKey(row => row.Number);
            errand.HasIndex(row => new { row.Kind, row.Gateway, row.Subject }).IsUnique();
            errand.HasIndex(row => row.NotBefore, "ix_errand_waiting").HasFilter("done_at is null and given_up_at is null");
        });
    }

    static void MapCoupons(ModelBuilder model)
    {
        model.Entity<Coupon>(coupon =>
        {
            coupon.ToTable("Coupon").HasKey(row => row.Id);
            coupon.HasIndex(row => row.Code).IsUnique();
            coupon.HasIndex(row => row.MadeAt);
            coupon.HasMany(row => row.People).WithOne().HasForeignKey(row => row.CouponId);
            coupon.HasOne<Sponsor>().WithMany().HasForeignKey(row => row.SponsorId).OnDelete(DeleteBehavior.NoAction);
        });
        model.Entity<CouponPerson>().ToTable("CouponPerson").HasKey(row => new { row.CouponId, row.Email });
        model.Entity<CouponUse>(use =>
        {
            use.ToTable("CouponUse").HasKey(row => row.Id);
            use.Property(row => row.Id).ValueGeneratedNever();
            use.HasOne<Coupon>().WithMany().HasForeignKey(row => row.CouponId);
            use.HasOne<Charge>().WithMany().HasForeignKey(row => row.ChargeId);
            use.HasIndex(row => row.ChargeId, "ix_coupon_use_of_charge").IsUnique().HasFilter("released_at is null");
        });
        model.Entity<Sponsor>(sponsor =>
        {
            sponsor.ToTable("Sponsor").HasKey(row => row.Id);
            sponsor.HasMany(row => row.People).WithOne().HasForeignKey(row => row.SponsorId);
        });
        model.Entity<SponsoredPerson>().ToTable("SponsoredPerson").HasKey(row => new { row.SponsorId, row.Email });
        model.Entity<SponsorEntry>(entry =>
        {
            entry.ToTable("SponsorEntry").HasKey(row => row.Id);
            entry.Property(row => row.Id).ValueGeneratedNever();
            entry.HasOne<Sponsor>().WithMany().HasForeignKey(row => row.SponsorId);
        });
    }

    static void MapPrices(ModelBuilder model)
    {
        model.Entity<PriceItem>(item =>
        {
            item.ToTable("PriceItem").HasKey(row => row.Id);
            item.HasIndex(row => row.Key).IsUnique();
            item.HasMany(row => row.Prices).WithOne().HasForeignKey(row => row.ItemId);
        });
        model.Entity<Price>(price =>
        {
            price.ToTable("Price").HasKey(row => row.Id);
            price.Property(row => row.Id).ValueGeneratedNever();
        });
        model.Entity<QuotaUse>(use =>
        {
            use.ToTable("QuotaUse").HasKey(row => new { row.ChargeId, row.Item });
            use.HasIndex(row => new { row.Item, row.Week });
        });
    }

    static void Json(PropertyBuilder<IReadOnlyList<ChargeLine>> property) => property.HasColumnType("jsonb").HasConversion(
        lines => JsonSerializer.Serialize(lines, JsonSerializerOptions.Web),
        text => JsonSerializer.Deserialize<List<ChargeLine>>(text, JsonSerializerOptions.Web)!,
        new ValueComparer<IReadOnlyList<ChargeLine>>((one, other) => one!.SequenceEqual(other!), lines => lines.Count, lines => lines));
}
