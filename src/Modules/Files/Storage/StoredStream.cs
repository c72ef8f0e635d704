using Percurso.Files.Uploads;

namespace Percurso.Files.Storage;

/// <summary>What a file is made of, read as one. At any place, so that ranges and checks need not read the rest.</summary>
sealed class StoredStream : Stream
{
    readonly IStore store;
    readonly (Piece Piece, long From)[] pieces;
    (IPieceReader Reader, int Index)? open;

    /// <param name="store">Where they lie.</param>
    /// <param name="pieces">Ended ones, in their order.</param>
    public StoredStream(IStore store, IEnumerable<Piece> pieces)
    {
        this.store = store;
        var at = 0L;
        List<(Piece, long)> placed = [];
        foreach (var piece in pieces.Where(piece => piece.Length > 0))
        {
            placed.Add((piece, at));
            at += piece.Length!.Value;
        }

        (this.pieces, Length) = ([.. placed], at);
    }

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length { get; }
    public override long Position { get; set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position >= Length || buffer.Length == 0) return 0;

        var index = IndexAt(Position);
        var (piece, from) = pieces[index];
        if (open?.Index != index)
        {
            await CloseAsync();
            open = (await store.OpenAsync(piece.Id, piece.Length!.Value, cancellationToken), index);
        }

        var left = piece.Length!.Value - (Position - from);
        var read = await open!.Value.Reader.ReadAsync(Position - from, buffer[..(int)Math.Min(buffer.Length, left)], cancellationToken);
        if (read == 0) throw new StoreDamagedException($"Piece {piece.Id} is shorter than it was.");
        Position += read;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>For readers that know no other way, such as checks, which have a thread of their own.</summary>
    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count), CancellationToken.None).AsTask().GetAwaiter().GetResult();

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };

    public override async ValueTask DisposeAsync()
    {
        await CloseAsync();
        await base.DisposeAsync();
    }

    public override void Flush() { }
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    int IndexAt(long position)
    {
        var (low, high) = (0, pieces.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (pieces[middle].From <= position) low = middle;
            else high = middle - 1;
        }

        return low;
    }

    async ValueTask CloseAsync()
    {
        if (open is { } was) await was.Reader.DisposeAsync();
        open = null;
    }
}
