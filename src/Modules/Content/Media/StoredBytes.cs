using Npgsql;

namespace Percurso.Content.Media;

/// <summary>
/// The bytes under a hash, fetched in pieces as they are read: a slow reader holds neither a connection nor the whole file.
/// </summary>
sealed class StoredBytes(NpgsqlDataSource source, string hash, long size) : Stream
{
    const int Piece = 512 * 1024;

    byte[] piece = [];
    long pieceAt;

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length => size;
    public override long Position { get; set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position >= size) return 0;
        if (Position < pieceAt || Position >= pieceAt + piece.Length) await FetchAsync(cancellationToken);

        var from = (int)(Position - pieceAt);
        var count = Math.Min(buffer.Length, piece.Length - from);
        piece.AsMemory(from, count).CopyTo(buffer);
        Position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    async Task FetchAsync(CancellationToken cancel)
    {
        await using var ask = source.CreateCommand("select substring(bytes from $1 for $2) from content.media_bytes where hash = $3");
        ask.Parameters.AddWithValue((int)Position + 1);
        ask.Parameters.AddWithValue(Piece);
        ask.Parameters.AddWithValue(hash);
        piece = await ask.ExecuteScalarAsync(cancel) as byte[] ?? throw new EndOfStreamException("The file was deleted while it was read.");
        pieceAt = Position;
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => size + offset,
    };

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read it with ReadAsync.");
    public override void Flush() { }
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
