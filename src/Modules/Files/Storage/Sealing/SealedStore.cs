namespace Percurso.Files.Storage.Sealing;

/// <summary>
/// Another store, whose pieces are sealed on their way in and opened on their way out. Without a current key it writes them as they are, and still opens those
/// that are sealed: a node that lacks a key says so instead of handing out noise.
/// </summary>
sealed class SealedStore(IStore inner, SealingKeys keys) : IStore, IDisposable
{
    const int Closed = PieceSeal.Chunk + PieceSeal.Tag;

    public long PieceLimit => keys.Current is null ? inner.PieceLimit : (inner.PieceLimit - PieceSeal.HeaderLength) / Closed * PieceSeal.Chunk;

    public long? FreeBytes => inner.FreeBytes;

    public async ValueTask<IPieceWriter> CreateAsync(Guid piece, CancellationToken cancel)
    {
        var writer = await inner.CreateAsync(piece, cancel);
        return keys.Current is { } key ? new SealingWriter(writer, PieceSeal.New(key, piece)) : writer;
    }

    /// <summary>A chunk that was not written to its end is lost; what does not open ends what survived.</summary>
    public async ValueTask<long> RescueAsync(Guid piece, CancellationToken cancel)
    {
        var stored = await inner.RescueAsync(piece, cancel);
        if (stored == 0) return 0;

        await using var reader = await inner.OpenAsync(piece, stored, cancel);
        if (keys.Current is not null && stored < PieceSeal.HeaderLength) return 0;

        using var seal = await SealOfAsync(reader, stored, piece, cancel);
        if (seal is null) return stored;

        var (closed, plain, length) = (new byte[Closed], new byte[PieceSeal.Chunk], 0L);
        for (var number = 0L; await UnsealingReader.ReadAsync(reader, PieceSeal.HeaderLength + number * Closed, closed, cancel) is var read and > PieceSeal.Tag; number++)
        {
            if (!seal.TryOpen(number, closed.AsSpan(0, read), plain.AsSpan(0, read - PieceSeal.Tag))) break;
            length += read - PieceSeal.Tag;
        }

        return length;
    }

    public async ValueTask<IPieceReader> OpenAsync(Guid piece, long length, CancellationToken cancel)
    {
        var reader = await inner.OpenAsync(piece, PieceSeal.StoredLength(length), cancel);
        try
        {
            if (await SealOfAsync(reader, length, piece, cancel) is { } seal) return new UnsealingReader(reader, seal, piece, length);
        }
        catch
        {
            await reader.DisposeAsync();
            throw;
        }

        await reader.DisposeAsync();
        return await inner.OpenAsync(piece, length, cancel);
    }

    public ValueTask DeleteAsync(Guid piece, CancellationToken cancel) => inner.DeleteAsync(piece, cancel);

    public void Dispose() => (inner as IDisposable)?.Dispose();

    /// <returns>Null for a piece that lies there as it came, where that is allowed.</returns>
    async Task<PieceSeal?> SealOfAsync(IPieceReader reader, long length, Guid piece, CancellationToken cancel)
    {
        var header = new byte[PieceSeal.HeaderLength];
        var read = await UnsealingReader.ReadAsync(reader, 0, header, cancel);
        return read == header.Length && PieceSeal.Of(header, keys, piece) is { } seal ? seal
            : keys.TakesPlain && read >= Math.Min(length, header.Length) ? null
            : throw new StoreDamagedException($"Piece {piece} has lost its seal.");
    }
}
