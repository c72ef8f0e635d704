using System.Net;

using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Percurso.Files.Storage.S3;

/// <summary>
/// What we ask of one bucket, in requests that every service knows: addresses by path, bodies signed whole, no checksums in trailers. Failures come out as the
/// store's own.
/// </summary>
sealed class Bucket(S3Settings settings) : IDisposable
{
    static readonly TimeSpan patience = TimeSpan.FromSeconds(30);

    readonly AmazonS3Client client = new(new BasicAWSCredentials(settings.Key, settings.Secret), new AmazonS3Config
    {
        ServiceURL = settings.Address.AbsoluteUri,
        AuthenticationRegion = settings.Region,
        ForcePathStyle = true,
        Timeout = patience,
        MaxErrorRetry = 2,
        RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
        ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
    });

    public Task PutAsync(string key, ReadOnlyMemory<byte> bytes, CancellationToken cancel) => AskAsync(() => client.PutObjectAsync(
        new() { BucketName = settings.Bucket, Key = key, InputStream = Stream(bytes), UseChunkEncoding = false }, cancel), cancel);

    /// <returns>The number of the upload that <see cref="PutPartAsync"/> and <see cref="JoinAsync"/> speak of.</returns>
    public async Task<string> BeginAsync(string key, CancellationToken cancel) =>
        (await AskAsync(() => client.InitiateMultipartUploadAsync(new() { BucketName = settings.Bucket, Key = key }, cancel), cancel)).UploadId;

    public async Task<PartETag> PutPartAsync(string key, string upload, int number, ReadOnlyMemory<byte> bytes, CancellationToken cancel) =>
        new(number, (await AskAsync(() => client.UploadPartAsync(new()
        {
            BucketName = settings.Bucket,
            Key = key,
            UploadId = upload,
            PartNumber = number,
            InputStream = Stream(bytes),
            PartSize = bytes.Length,
            UseChunkEncoding = false,
        }, cancel), cancel)).ETag);

    public Task JoinAsync(string key, string upload, IReadOnlyList<PartETag> parts, CancellationToken cancel) => AskAsync(() => client.CompleteMultipartUploadAsync(
        new() { BucketName = settings.Bucket, Key = key, UploadId = upload, PartETags = [.. parts] }, cancel), cancel);

    /// <returns>Null where there is none.</returns>
    public async Task<long?> LengthAsync(string key, CancellationToken cancel)
    {
        try
        {
            return (await AskAsync(() => client.GetObjectMetadataAsync(settings.Bucket, key, cancel), cancel)).ContentLength;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <param name="key">An object's.</param>
    /// <param name="from">The first byte.</param>
    /// <param name="end">The byte after the last.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    public async Task<GetObjectResponse> GetAsync(string key, long from, long end, CancellationToken cancel) => await AskAsync(() => client.GetObjectAsync(
        new() { BucketName = settings.Bucket, Key = key, ByteRange = new(from, end - 1) }, cancel), cancel);

    /// <summary>The first thousand keys that begin so, with their lengths, in their order.</summary>
    public async Task<IReadOnlyList<(string Key, long Length)>> ListAsync(string beginning, CancellationToken cancel) =>
        [.. ((await AskAsync(() => client.ListObjectsV2Async(new() { BucketName = settings.Bucket, Prefix = beginning }, cancel), cancel)).S3Objects ?? [])
            .Select(one => (one.Key, one.Size ?? 0)).OrderBy(one => one.Key, StringComparer.Ordinal)];

    public async Task DeleteAsync(IReadOnlyList<string> keys, CancellationToken cancel)
    {
        if (keys.Count > 0)
            await AskAsync(() => client.DeleteObjectsAsync(new() { BucketName = settings.Bucket, Objects = [.. keys.Select(key => new KeyVersion { Key = key })], Quiet = true }, cancel), cancel);
    }

    /// <exception cref="FileNotFoundException">There is no such object.</exception>
    /// <exception cref="StoreDamagedException">It ends before what was asked for begins.</exception>
    /// <exception cref="StoreFullException">The service takes no more.</exception>
    /// <exception cref="StoreAwayException">Anything else that keeps us from it.</exception>
    public static async Task<T> AskAsync<T>(Func<Task<T>> ask, CancellationToken cancel)
    {
        try
        {
            return await ask();
        }
        catch (AmazonServiceException missing) when (missing is { StatusCode: HttpStatusCode.NotFound, ErrorCode: not "NoSuchBucket" })
        {
            throw new FileNotFoundException("A piece is not in the store.", missing);
        }
        catch (AmazonServiceException beyond) when (beyond.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            throw new StoreDamagedException("A piece is shorter than it was.");
        }
        catch (AmazonServiceException full) when (full.StatusCode == HttpStatusCode.InsufficientStorage || full.ErrorCode is "QuotaExceeded" or "XMinioStorageFull")
        {
            throw new StoreFullException(full);
        }
        catch (Exception away) when (away is AmazonServiceException or AmazonClientException or HttpRequestException or TimeoutException or IOException and not StoreAwayException
            || away is OperationCanceledException && !cancel.IsCancellationRequested)
        {
            throw new StoreAwayException(away);
        }
    }

    public void Dispose() => client.Dispose();

    static MemoryStream Stream(ReadOnlyMemory<byte> bytes) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(bytes, out var array) ? new(array.Array!, array.Offset, array.Count, writable: false) : new(bytes.ToArray(), writable: false);
}
