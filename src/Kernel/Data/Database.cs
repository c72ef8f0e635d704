using System.Data.Common;

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

using Npgsql;

using Percurso.Kernel.Data.Embedded;

namespace Percurso.Kernel.Data;

/// <summary>
/// The one PostgreSQL database: the server that <c>ConnectionStrings:Percurso</c> names, or, when it names none, one that
/// this host starts for itself on the data folder.
/// </summary>
static class Database
{
    /// <summary>
    /// Registers the data source and, before anything else that starts with the host, the check that the database can be
    /// worked with. Call it first.
    /// </summary>
    public static void AddTo(IHostApplicationBuilder app)
    {
        app.Services.AddSingleton(FolderOf(app));

        if (ConnectionString(app.Configuration) is { Length: > 0 })
            app.Services.AddSingleton<DatabaseAtStart, ExternalDatabase>();
        else
            AddEmbeddedTo(app);

        app.Services.AddHostedService(services => services.GetRequiredService<DatabaseAtStart>());
        app.Services.AddSingleton<DbDataSource>(services => services.GetRequiredService<NpgsqlDataSource>());
        app.Services.AddSingleton(services =>
            new NpgsqlDataSourceBuilder(Target(services).ConnectionString).UseLoggerFactory(services.GetRequiredService<ILoggerFactory>()).Build());
    }

    static void AddEmbeddedTo(IHostApplicationBuilder app)
    {
        app.Services.AddSingleton(services => new EmbeddedServer(
            services.GetRequiredService<DataFolder>(),
            () => Binaries.Find(app.Configuration["Postgres:Binaries"], AppContext.BaseDirectory, app.Environment.ContentRootPath),
            services.GetRequiredService<ILogger<EmbeddedServer>>()));
        app.Services.AddSingleton<DatabaseAtStart, EmbeddedDatabase>();
    }

    /// <exception cref="StartRefusedException">The connection string is not understood.</exception>
    static NpgsqlConnectionStringBuilder Target(IServiceProvider services)
    {
        var configuration = services.GetRequiredService<IConfiguration>();
        var pool = configuration.GetValue<int?>("Postgres:MaxPoolSize");
        var target = ConnectionString(configuration) is { Length: > 0 } given
            ? ConnectionFailure.Parse(given)
            : services.GetRequiredService<EmbeddedServer>().Connection("percurso", pool ?? 40);
        if (pool is { } size) target.MaxPoolSize = size;
        return target;
    }

    static string? ConnectionString(IConfiguration configuration) => configuration.GetConnectionString("Percurso");

    static DataFolder FolderOf(IHostApplicationBuilder app) => new(Path.TrimEndingDirectorySeparator(
        Path.GetFullPath(app.Configuration["Data:Folder"] is { Length: > 0 } folder ? folder : "data", app.Environment.ContentRootPath)));
}
