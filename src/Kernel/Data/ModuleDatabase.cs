using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

using Npgsql;

namespace Percurso.Kernel.Data;

/// <summary>One module's context and schema, so that all can be migrated together.</summary>
sealed record ModuleDatabase(Type Context, string Schema);

public static class ModuleDatabaseRegistration
{
    /// <summary>Gives a module its context, on a schema of its own.</summary>
    public static void AddModuleDb<TDb>(this IHostApplicationBuilder app, string schema) where TDb : ModuleDb
    {
        app.Services.AddSingleton(new ModuleDatabase(typeof(TDb), schema));
        app.Services.AddDbContext<TDb>((services, options) => options
            .UseNpgsql(services.GetRequiredService<NpgsqlDataSource>(), postgres => postgres
                .MigrationsHistoryTable("migrations", schema)
                .UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)));
    }
}
