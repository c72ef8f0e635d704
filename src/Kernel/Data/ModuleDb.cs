using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

using Percurso.Kernel.Brazil;
using Percurso.Kernel.Events;

namespace Percurso.Kernel.Data;

/// <summary>
/// A module's own window on its own schema of the one database. What it saves and the facts it records are one transaction.
/// Enums and identifiers are stored as text, money as cents, names are snake_case, times are UTC.
/// </summary>
public abstract class ModuleDb(DbContextOptions options) : DbContext(options)
{
    readonly List<IFact> recorded = [];
    readonly string schema = RelationalOptionsExtension.Extract(options).MigrationsHistoryTableSchema
        ?? throw new InvalidOperationException("Register the context with AddModuleDb, which names its schema.");

    /// <summary>Maps the module's tables.</summary>
    protected abstract void Map(ModelBuilder model);

    /// <summary>Tells those who listen, once this context is saved. Aggregates record their own.</summary>
    public void Record(IFact fact) => recorded.Add(fact);

    protected sealed override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema(schema);
        Sql.MapFunctions(modelBuilder);
        FactTables.Map(modelBuilder, owned: schema == KernelDb.Schema);
        Map(modelBuilder);

        foreach (var aggregate in modelBuilder.Model.GetEntityTypes().Where(type => type.ClrType.IsAssignableTo(typeof(Aggregate))))
        {
            aggregate.FindProperty(nameof(Aggregate.Id))!.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
            aggregate.FindProperty(nameof(Aggregate.Version))!.IsConcurrencyToken = true;
        }

        modelBuilder.UseSnakeCase();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
        configurationBuilder.StoreIdentifiers();
        configurationBuilder.Properties<Money>().HaveConversion<StoredMoney>();
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var aggregates = ChangeTracker.Entries<Aggregate>().Select(entry => entry.Entity).Where(one => one.Recorded.Count > 0).ToList();
        var rows = this.GetService<FactRegistry>().RowsOf([.. aggregates.SelectMany(one => one.Recorded), .. recorded]);
        AddRange(rows);

        try
        {
            var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            aggregates.ForEach(one => one.ForgetRecorded());
            recorded.Clear();
            return saved;
        }
        catch
        {
            foreach (var row in rows) Entry(row).State = EntityState.Detached;
            throw;
        }
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Save with SaveChangesAsync: it writes the facts too.");
}

/// <summary>A column holds the cents.</summary>
sealed class StoredMoney() : Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter<Money, long>(money => money.Cents, cents => new(cents));
