using Microsoft.EntityFrameworkCore;

using Percurso.Kernel.Audit;
using Percurso.Kernel.Jobs;
using Percurso.Kernel.Mail;
using Percurso.Kernel.Security;
using Percurso.Kernel.Settings;

namespace Percurso.Kernel.Data;

/// <summary>What the ground itself remembers: facts and their deliveries, letters, settings, runs of jobs, the key ring, the log of acts.</summary>
sealed class KernelDb(DbContextOptions<KernelDb> options) : ModuleDb(options)
{
    public const string Schema = "kernel";

    public DbSet<LetterRow> Letters => Set<LetterRow>();
    public DbSet<SettingRow> Settings => Set<SettingRow>();
    public DbSet<JobRow> Jobs => Set<JobRow>();

    protected override void Map(ModelBuilder model)
    {
        LetterTables.Map(model);
        AuditTables.Map(model);
        model.Entity<SettingRow>().ToTable("Setting").HasKey(row => row.Key);
        model.Entity<SettingRow>().Property(row => row.Value).HasColumnType("jsonb");
        model.Entity<JobRow>().ToTable("Job").HasKey(row => row.Name);
        model.Entity<KeyRow>().ToTable("Key").HasKey(row => row.Name);
    }
}
