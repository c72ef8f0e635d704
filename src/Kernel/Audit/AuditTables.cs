using System.Collections.Immutable;
using System.Text.Json;

using Microsoft.EntityFrameworkCore;

namespace Percurso.Kernel.Audit;

/// <summary>A link as stored. The database refuses to change or remove it.</summary>
sealed class AuditRow
{
    public required long Number { get; init; }
    public required DateTime At { get; init; }
    public Guid? AccountId { get; init; }
    public required string Who { get; init; }
    public required string Act { get; init; }
    public required string Subject { get; init; }
    public required string Details { get; init; }
    public required byte[] Previous { get; init; }
    public required byte[] Hash { get; init; }

    public ImmutableSortedDictionary<string, string> DetailsRead =>
        (JsonSerializer.Deserialize<Dictionary<string, string>>(Details) ?? throw new JsonException("null")).ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>For the page, which must show a row that somebody spoiled too.</summary>
    public IReadOnlyDictionary<string, string> DetailsShown
    {
        get
        {
            try
            {
                return DetailsRead;
            }
            catch (JsonException)
            {
                return ImmutableDictionary<string, string>.Empty.Add("?", Details);
            }
        }
    }

    public Link Link => new(Number, At, new(AccountId, Who), Act, Subject, DetailsRead, Previous);
}

/// <summary>
/// The chain's end, in the only row of its table. Who appends locks it, so that nodes append one after another; and a link
/// missing at the end, which no other link would miss, is noticed by it.
/// </summary>
sealed class AuditHeadRow
{
    public required bool Only { get; init; }
    public required long Number { get; init; }
    public required byte[] Hash { get; init; }
}

static class AuditTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<AuditRow>(audit =>
        {
            audit.ToTable("Audit").HasKey(row => row.Number);
            audit.Property(row => row.Number).ValueGeneratedNever();
            audit.Property(row => row.Details).HasColumnType("jsonb");
            audit.HasIndex(row => row.AccountId);
            audit.HasIndex(row => row.Act);
        });
        model.Entity<AuditHeadRow>(head =>
        {
            head.ToTable("AuditHead", table => table.HasCheckConstraint("ck_audit_head_only", "\"only\"")).HasKey(row => row.Only);
            head.Property(row => row.Only).ValueGeneratedNever();
        });
    }
}
