using Microsoft.EntityFrameworkCore;

using Percurso.Kernel.Data;

namespace Percurso.Kernel.Events;

/// <summary>A fact as stored, in the transaction of the change that caused it.</summary>
sealed record FactRow(Guid Id, string Name, string Body, DateTime RecordedAt);

/// <summary>One handler's copy of a fact: still to be handled, done, or set aside after too many failures.</summary>
sealed class DeliveryRow
{
    public long Number { get; private set; }
    public required Guid FactId { get; init; }
    public required string Handler { get; init; }
    public int Attempts { get; set; }
    public required DateTime NotBefore { get; set; }
    public DateTime? DoneAt { get; set; }
    public DateTime? SetAsideAt { get; set; }
    public string? Error { get; set; }
}

static class FactTables
{
    /// <summary>Every module writes them; the Kernel alone migrates them.</summary>
    public static void Map(ModelBuilder model, bool owned)
    {
        model.Entity<FactRow>(fact =>
        {
            fact.ToTable("Fact", KernelDb.Schema, table => table.ExcludeFromMigrations(!owned));
            fact.HasKey(row => row.Id);
            fact.Property(row => row.Id).ValueGeneratedNever();
            fact.Property(row => row.Body).HasColumnType("jsonb");
        });
        model.Entity<DeliveryRow>(delivery =>
        {
            delivery.ToTable("Delivery", KernelDb.Schema, table => table.ExcludeFromMigrations(!owned));
            delivery.HasKey(row => row.Number);
            delivery.HasOne<FactRow>().WithMany().HasForeignKey(row => row.FactId);
            delivery.HasIndex(row => new { row.FactId, row.Handler }).IsUnique();
            delivery.HasIndex(row => row.NotBefore, "ix_delivery_waiting").HasFilter("done_at is null and set_aside_at is null");
            delivery.HasIndex(row => row.SetAsideAt, "ix_delivery_set_aside").HasFilter("set_aside_at is not null");
        });
    }
}
