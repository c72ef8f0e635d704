namespace Percurso.Files.Storage.Sealing;

/// <summary>Opens the chunk that is asked for, and keeps it until another is.</summary>
sealed class UnsealingReader(IPieceReader inner, PieceSeal seal, Guid piece, long length) : IPieceReader
{
    readonly byte[] closed = new byte[PieceSeal.Chunk + PieceSeal.Tag];
    readonly byte[] plain = new byte[PieceSeal.Chunk];
    long opened = -1;

    public async ValueTask<int> ReadAsync(long offset, Memory<byte> into, CancellationToken cancel)
    {
        if (offset >= length || into.Length == 0) return 0;

        var (number, within) = Math.DivRem(offset, PieceSeal.Chunk);
        var size = (int)Math.Min(PieceSeal.Chunk, length - number * PieceSeal.Chunk);
        if (opened != number) await OpenAsync(number, size, cancel);
        var some = plain.AsMemory((int)within, (int)Math.Min(into.Length, size - within));
        some.CopyTo(into);
        return some.Length;
    }

    async Task OpenAsync(long number, int size, CancellationToken cancel)
    {
        opened = -1;
        var read = await ReadAsync(inner, PieceSeal.HeaderLength + number * closed.Length, closed.AsMemory(0, size + PieceSeal.Tag), cancel);
        if (read < size + PieceSeal.Tag || !seal.TryOpen(number, closed.AsSpan(0, read), plain.AsSpan(0, size)))
            throw new StoreDamagedException($"Piece {piece} is not what was written: chunk {number} {(read < size + PieceSeal.Tag ? "is missing" : "was altered")}.");
        opened = number;
    }

    /// <returns>Fewer than asked for only at the end.</returns>
    public static async Task<int> ReadAsync(IPieceReader reader, long offset, Memory<byte> into, CancellationToken cancel)
    {
        var length = 0;
        while (length < into.Length && await reader.ReadAsync(offset + length, into[length..], cancel) is var read and > 0) length += read;
        return length;
    }

    public async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync();
        seal.Dispose();
    }
}
