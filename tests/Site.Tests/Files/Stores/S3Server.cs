using System.Diagnostics;
using System.Globalization;

using Percurso.Files.Storage.S3;
using Percurso.Testing;

namespace Percurso.Tests.Files.Stores;

/// <summary>An S3 service of one's own, on one port, that can go away and come back with what it had.</summary>
public sealed class S3Server : IAsyncLifetime
{
    readonly TemporaryFolder folder = new();
    Process? process;

    public int Port { get; private set; }

    /// <summary>What it asks of whoever comes.</summary>
    public const string Key = "S3RVER";

    internal S3Settings Settings => new(new($"http://127.0.0.1:{Port}"), "us-east-1", "files", Key, Key);

    public ValueTask InitializeAsync() => new(StartAsync());

    public async Task StartAsync()
    {
        process = Process.Start(new ProcessStartInfo("node", [Repository.At("tests", "Site.Tests", "Files", "Stores", "s3.mjs"), folder.Path, $"{Port}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        Port = int.Parse(await process.StandardOutput.ReadLineAsync() ?? "", CultureInfo.InvariantCulture);
    }

    public async Task StopAsync()
    {
        if (process is null) return;

        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>What it keeps of objects, a file for each.</summary>
    public IReadOnlyList<string> Objects() => Directory.GetFiles(folder.Path, "*_object", SearchOption.AllDirectories);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        folder.Dispose();
    }
}
