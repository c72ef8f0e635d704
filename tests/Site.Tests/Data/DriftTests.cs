using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

using Npgsql;

using Percurso.Kernel.Data;
using Percurso.Testing;
using Percurso.Testing.Databases;

namespace Percurso.Tests.Data;

/// <summary>The migrations people wrote make the same database as the model they wrote it for.</summary>
public sealed class DriftTests(Site site) : IClassFixture<Site>
{
    /// <summary>What migrations make and a model cannot say, by schema; each line as <see cref="Catalogue"/> has it.</summary>
    static readonly Dictionary<string, string[]> onlyByHand = new()
    {
        ["kernel"] =
        [
            "function plain(words text)",
            "function refuse()",
            "function ring()",
            "trigger TRIGGER audit_stays BEFORE DELETE OR UPDATE OR TRUNCATE ON kernel.audit FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse()",
            "trigger TRIGGER audit_head_stays BEFORE INSERT OR DELETE OR TRUNCATE ON kernel.audit_head FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse()",
            "trigger TRIGGER delivery_rings AFTER INSERT ON kernel.delivery FOR EACH STATEMENT EXECUTE FUNCTION kernel.ring('facts')",
            "trigger TRIGGER letter_rings AFTER INSERT ON kernel.letter FOR EACH STATEMENT EXECUTE FUNCTION kernel.ring('letters')",
            "trigger TRIGGER setting_renews AFTER INSERT OR DELETE OR UPDATE ON kernel.setting FOR EACH STATEMENT EXECUTE FUNCTION content.renew()",
        ],
        ["content"] =
        [
            "function renew()",
            "index INDEX ix_page_search ON content.page USING gin (kernel.plain(search) gin_trgm_ops)",
            "trigger TRIGGER media_renews AFTER INSERT OR DELETE OR UPDATE ON content.media_item FOR EACH STATEMENT EXECUTE FUNCTION content.renew()",
            "trigger TRIGGER menu_renews AFTER INSERT OR DELETE OR UPDATE ON content.menu FOR EACH STATEMENT EXECUTE FUNCTION content.renew()",
            "trigger TRIGGER page_renews AFTER INSERT OR DELETE OR UPDATE OF culture, address, live ON content.page FOR EACH STATEMENT EXECUTE FUNCTION content.renew()",
            "trigger TRIGGER redirect_renews AFTER INSERT OR DELETE OR UPDATE ON content.redirect FOR EACH STATEMENT EXECUTE FUNCTION content.renew()",
        ],
        ["payments"] =
        [
            "trigger TRIGGER errand_rings AFTER INSERT OR UPDATE OF rings ON payments.errand FOR EACH STATEMENT EXECUTE FUNCTION kernel.ring('errands')",
        ],
        ["cases"] = ["index INDEX ix_case_search_text ON cases.\"case\" USING gin (search_text gin_trgm_ops)"],
        ["files"] = ["trigger TRIGGER access_stays BEFORE DELETE OR UPDATE OR TRUNCATE ON files.access FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse()"],
        ["scheduling"] =
        [
            "constraint scheduling.booking booking_alone EXCLUDE USING gist (host_id WITH =, occupied WITH &&) WHERE ((cancelled_at IS NULL))",
            "index INDEX booking_alone ON scheduling.booking USING gist (host_id, occupied) WHERE (cancelled_at IS NULL)",
        ],
        ["patients"] = ["index INDEX ix_patient_plain_name ON patients.patient USING gin (kernel.plain((name)::text) gin_trgm_ops)"],
    };

    [Fact]
    public async Task Migrations_and_model_make_the_same_database()
    {
        await using var connection = await OpenAsync(site.Database);

        var drifts = await DriftsAsync(connection);

        Assert.True(drifts.Count == 0, string.Join(Environment.NewLine, drifts));
    }

    [Theory]
    [InlineData("alter table kernel.letter alter column subject drop not null", "kernel: column letter.subject")]
    [InlineData("alter table kernel.letter alter column subject set default 'x'", "kernel: column letter.subject")]
    [InlineData("alter table kernel.letter add check (attempts < 100)", "kernel: constraint kernel.letter")]
    [InlineData("create index drifted on kernel.letter (subject)", "kernel: index INDEX drifted")]
    [InlineData("alter table kernel.setting drop constraint pk_setting", "kernel: constraint kernel.setting pk_setting")]
    public async Task A_drift_is_named(string change, string name)
    {
        await using var connection = await OpenAsync(site.Database);
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var alter = new NpgsqlCommand(change, connection, transaction)) await alter.ExecuteNonQueryAsync();

        var drifts = await DriftsAsync(connection);

        Assert.Contains(drifts, drift => drift.StartsWith(name, StringComparison.Ordinal));
    }

    static async Task<NpgsqlConnection> OpenAsync(TestDatabase database)
    {
        var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    async Task<List<string>> DriftsAsync(NpgsqlConnection migrated)
    {
        var model = await TestDatabases.CreateAsync();
        try
        {
            await GroundAsync(model);
            var drifts = new List<string>();
            foreach (var database in site.Services.GetServices<ModuleDatabase>())
            {
                await using var fromModel = await OpenAsync(model);
                // A module may have no tables yet.
                await using (var schema = new NpgsqlCommand($"create schema if not exists {database.Schema}", fromModel)) await schema.ExecuteNonQueryAsync();
                await CreateFromModelAsync(database, model);
                drifts.AddRange(Differences(
                    database.Schema, await Catalogue.OfAsync(migrated, database.Schema), await Catalogue.OfAsync(fromModel, database.Schema)));
            }

            return drifts;
        }
        finally
        {
            await TestDatabases.DropAsync(model);
        }
    }

    /// <summary>What a computed column may call, which no model makes.</summary>
    static async Task GroundAsync(TestDatabase model)
    {
        await using var connection = await OpenAsync(model);
        await using var make = new NpgsqlCommand(
            """
            create extension if not exists unaccent schema public;
            create extension if not exists pg_trgm schema public;
            create schema if not exists kernel;
            create function kernel.plain(words text) returns text language sql immutable strict parallel safe
                as $$ select lower(public.unaccent('public.unaccent', words)) $$;
            """, connection);
        await make.ExecuteNonQueryAsync();
    }

    static IEnumerable<string> Differences(string schema, IReadOnlyList<string> migrations, IReadOnlyList<string> model) =>
        migrations.Except(model).Except(onlyByHand.GetValueOrDefault(schema, [])).Select(line => $"{schema}: {line}: only by migrations.")
            .Concat(model.Except(migrations).Select(line => $"{schema}: {line}: only in the model."));

    async Task CreateFromModelAsync(ModuleDatabase database, TestDatabase target)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var registered = (DbContextOptions)scope.ServiceProvider.GetRequiredService(typeof(DbContextOptions<>).MakeGenericType(database.Context));
        var options = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(database.Context), registered)!;
        options.UseNpgsql(target.ConnectionString, postgres => postgres.MigrationsHistoryTable("migrations", database.Schema));

        await using var db = (DbContext)ActivatorUtilities.CreateInstance(scope.ServiceProvider, database.Context, options.Options);
        await ((IRelationalDatabaseCreator)db.GetService<IDatabaseCreator>()).CreateTablesAsync();
    }
}
