using System.Buffers;

using Amazon.S3.Model;

namespace Percurso.Files.Storage.S3;

/// <summary>
/// Makes one object out of what is added, in parts of 5 MiB, the least that S3 takes; one is on its way while the next is gathered. What is never ended leaves
/// parts behind, which the bucket's own rule removes.
/// </summary>
sealed class Parts(Bucket bucket, string key) : IAsyncDisposable
{
    const int Size = 5 << 20;

    readonly List<PartETag> sent = [];
    byte[] gathered = ArrayPool<byte>.Shared.Rent(Size);
    byte[] other = ArrayPool<byte>.Shared.Rent(Size);
    int filled;
    string? upload;
    Task<PartETag>? sending;

    /// <summary>Bytes that were added.</summary>
    public long Length { get; private set; }

    public async Task AddAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        for (Length += bytes.Length; bytes.Length > 0;)
        {
            var some = bytes[..Math.Min(bytes.Length, Size - filled)];
            some.CopyTo(gathered.AsMemory(filled));
            filled += some.Length;
            bytes = bytes[some.Length..];
            if (filled == Size) await SendAsync(cancel);
        }
    }

    /// <summary>The object is there, whole, when this returns.</summary>
    public async Task EndAsync(CancellationToken cancel)
    {
        if (upload is null)
        {
            await bucket.PutAsync(key, gathered.AsMemory(0, filled), cancel);
            return;
        }

        if (filled > 0) await SendAsync(cancel);
        await ArriveAsync();
        await bucket.JoinAsync(key, upload, sent, cancel);
    }

    async Task SendAsync(CancellationToken cancel)
    {
        await ArriveAsync();
        upload ??= await bucket.BeginAsync(key, cancel);
        sending = bucket.PutPartAsync(key, upload, sent.Count + 1, gathered.AsMemory(0, filled), cancel);
        (gathered, other, filled) = (other, gathered, 0);
    }

    async Task ArriveAsync()
    {
        if (sending is not null) sent.Add(await sending);
        sending = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (sending is not null) await ((Task)sending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ArrayPool<byte>.Shared.Return(gathered);
        ArrayPool<byte>.Shared.Return(other);
    }
}
