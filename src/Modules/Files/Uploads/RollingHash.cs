using System.Buffers;
using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Percurso.Files.Uploads;

/// <summary>
/// SHA-256 of an upload, as far as it has come (FIPS 180-4). It lives in this node's memory; where another node or an earlier life of this one
/// took what came before, it reads that once, at some 1.5 GB a second from a warm disk.
/// </summary>
sealed class RollingHash : IDisposable
{
    const int Block = 1 << 20;

    readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>How many bytes are in it.</summary>
    public long Position { get; private set; }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        hash.AppendData(bytes);
        Position += bytes.Length;
    }

    /// <param name="content">From its beginning.</param>
    /// <param name="cancel">Gives up; what was read stays in it.</param>
    public async Task CatchUpAsync(Stream content, CancellationToken cancel)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Block);
        try
        {
            content.Position = Position;
            while (await content.ReadAsync(buffer.AsMemory(0, Block), cancel) is var read and > 0) Append(buffer.AsSpan(0, read));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <returns>Lower-case hex.</returns>
    public string End() => Convert.ToHexStringLower(hash.GetHashAndReset());

    public void Dispose() => hash.Dispose();
}

/// <summary>The hashes of uploads that this node has part of. Only whoever holds an upload's lock touches its hash.</summary>
sealed class RollingHashes(TimeProvider clock)
{
    const int Most = 256;

    readonly ConcurrentDictionary<Guid, (RollingHash Hash, long Since)> known = [];

    /// <param name="upload">Its key.</param>
    /// <param name="reached">How far it has come: a hash that took more, which was lost, begins anew.</param>
    public RollingHash Of(Guid upload, long reached)
    {
        if (known.TryGetValue(upload, out var before) && before.Hash.Position > reached) Forget(upload);
        var found = known.AddOrUpdate(upload, _ => (new(), clock.GetTimestamp()), (_, old) => (old.Hash, clock.GetTimestamp()));
        while (known.Count > Most) Forget(known.Where(one => one.Key != upload).MinBy(one => one.Value.Since).Key);
        return found.Hash;
    }

    /// <summary>Not disposed: somebody may be using it still; the collector takes it.</summary>
    public void Forget(Guid upload) => known.TryRemove(upload, out _);
}
