using System.Security.Cryptography;

namespace Percurso.Tests.Files.Stores;

/// <summary>A site whose files lie sealed in a bucket, with a virus scanner. Each test signs in anew: the site may have been started again.</summary>
public sealed class BucketSite : SendingSite
{
    readonly string key = $"2026:{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}";

    public S3Server Service { get; } = new();

    public Clamd Scanner { get; } = new();

    protected override IEnumerable<KeyValuePair<string, string>> Configuration =>
    [
        new("Files:Store", "s3"),
        new("Files:S3:Address", $"http://127.0.0.1:{Service.Port}"),
        new("Files:S3:Bucket", "files"),
        new("Files:S3:Key", S3Server.Key),
        new("Files:S3:Secret", S3Server.Key),
        new("Files:Key", key),
        new("Files:ClamAv", Scanner.Address),
    ];

    public override async ValueTask InitializeAsync()
    {
        await Service.InitializeAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Service.DisposeAsync();
        await Scanner.DisposeAsync();
    }
}
