using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

using Percurso.Files.Storage.S3;
using Percurso.Files.Storage.Sealing;
using Percurso.Kernel;
using Percurso.Kernel.Data;

namespace Percurso.Files.Storage;

/// <summary>Which store the configuration asks for: <c>Files:Store</c> is <c>disk</c>, the default, or <c>s3</c>; sealed with <c>Files:Key</c>.</summary>
static class StoreChoice
{
    /// <exception cref="StartRefusedException">What it needs is not configured.</exception>
    public static void AddStore(this IServiceCollection services, IConfiguration configuration)
    {
        var keys = SealingKeys.Of(configuration);
        var objects = configuration["Files:Store"] switch
        {
            null or "" or "disk" => null,
            "s3" => S3Settings.Of(configuration),
            var other => throw new StartRefusedException($"Files:Store is {other}; it may be disk or s3."),
        };
        services.AddSingleton<IStore>(provider => new SealedStore(
            objects is null ? new DiskStore(provider.GetRequiredService<DataFolder>(), configuration) : new S3Store(objects), keys));
    }
}
