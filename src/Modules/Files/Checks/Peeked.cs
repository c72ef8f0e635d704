namespace Percurso.Files.Checks;

/// <summary>A stream whose first bytes were looked at, and are read once more.</summary>
sealed class Peeked : Stream
{
    const int Most = 4096;

    readonly Stream rest;
    readonly byte[] start = new byte[Most];
    readonly int length;
    int at;

    public Peeked(Stream stream)
    {
        rest = stream;
        length = stream.ReadAtLeast(start, Most, throwOnEndOfStream: false);
    }

    public ReadOnlySpan<byte> Start => start.AsSpan(0, length);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        if (at == length) return rest.Read(buffer);

        var taken = Math.Min(buffer.Length, length - at);
        start.AsSpan(at, taken).CopyTo(buffer);
        at += taken;
        return taken;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
