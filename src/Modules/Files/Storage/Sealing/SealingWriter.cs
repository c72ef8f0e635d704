using System.Buffers;

namespace Percurso.Files.Storage.Sealing;

/// <summary>Gathers chunks, and writes all that are full at once. Of what is not ended, the last 64 kB may be lost.</summary>
sealed class SealingWriter(IPieceWriter inner, PieceSeal seal) : IPieceWriter
{
    readonly byte[] rest = new byte[PieceSeal.Chunk];
    int filled;
    long number;
    bool hasBegun;

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        var closed = ArrayPool<byte>.Shared.Rent((int)PieceSeal.StoredLength(filled + bytes.Length));
        try
        {
            var length = Begin(closed);
            while (filled + bytes.Length >= PieceSeal.Chunk)
            {
                var some = bytes[..(PieceSeal.Chunk - filled)];
                some.CopyTo(rest.AsMemory(filled));
                bytes = bytes[some.Length..];
                length += Close(PieceSeal.Chunk, closed.AsSpan(length));
            }

            bytes.CopyTo(rest.AsMemory(filled));
            filled += bytes.Length;
            if (length > 0) await inner.WriteAsync(closed.AsMemory(0, length), cancel);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(closed);
        }
    }

    public async ValueTask EndAsync(CancellationToken cancel)
    {
        if (filled > 0)
        {
            var closed = new byte[filled + PieceSeal.Tag];
            await inner.WriteAsync(closed.AsMemory(0, Close(filled, closed)), cancel);
        }

        await inner.EndAsync(cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync();
        seal.Dispose();
    }

    int Begin(Span<byte> into)
    {
        if (hasBegun) return 0;

        hasBegun = true;
        seal.Header.CopyTo(into);
        return seal.Header.Length;
    }

    int Close(int length, Span<byte> into)
    {
        seal.Close(number++, rest.AsSpan(0, length), into);
        filled = 0;
        return length + PieceSeal.Tag;
    }
}
