using Microsoft.Extensions.Configuration;

using Percurso.Kernel;

namespace Percurso.Files.Storage.S3;

/// <summary>Which bucket, where, as whom; <c>Files:S3:…</c>.</summary>
/// <param name="Address">Of the service, the bucket not in it: <c>https://s3.sa-east-1.amazonaws.com</c>.</param>
/// <param name="Region">What requests are signed for; most services besides Amazon's take any.</param>
sealed record S3Settings(Uri Address, string Region, string Bucket, string Key, string Secret)
{
    /// <exception cref="StartRefusedException">Something is missing; the message names it.</exception>
    public static S3Settings Of(IConfiguration configuration)
    {
        string Demanded(string name) => configuration[$"Files:S3:{name}"] is { Length: > 0 } value
            ? value : throw new StartRefusedException($"Set Files:S3:{name}: with Files:Store=s3 private files are kept there.");

        return Uri.TryCreate(Demanded("Address"), UriKind.Absolute, out var address) && address is { Scheme: "https" or "http" }
            ? new(address, configuration["Files:S3:Region"] is { Length: > 0 } region ? region : "us-east-1", Demanded("Bucket"), Demanded("Key"), Demanded("Secret"))
            : throw new StartRefusedException("Files:S3:Address is no address; it is like https://s3.sa-east-1.amazonaws.com.");
    }
}
