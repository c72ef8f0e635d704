using System.Buffers;
using System.Buffers.Binary;

namespace Percurso.Files.Checks;

/// <summary>Reads numbers and stretches of bytes off a stream that may not be able to go back.</summary>
sealed class ByteInput(Stream stream) : IDisposable
{
    byte[] buffer = ArrayPool<byte>.Shared.Rent(64 << 10);
    int from, to;

    public bool IsBigEndian { get; set; }

    /// <summary>Bytes taken so far.</summary>
    public long Position { get; private set; }

    public bool IsAtEnd => to == from && !Fill(1);

    /// <exception cref="EndOfStreamException">There are fewer.</exception>
    public ReadOnlySpan<byte> Take(int count)
    {
        if (to - from < count && !Fill(count)) throw new EndOfStreamException();

        var taken = buffer.AsSpan(from, count);
        from += count;
        Position += count;
        return taken;
    }

    /// <exception cref="EndOfStreamException">There is none.</exception>
    public byte Byte()
    {
        if (from == to && !Fill(1)) throw new EndOfStreamException();

        Position++;
        return buffer[from++];
    }

    public ushort Number16() => IsBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(Take(2)) : BinaryPrimitives.ReadUInt16LittleEndian(Take(2));

    public uint Number32() => IsBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(Take(4)) : BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    public uint Tag() => (uint)Number16() << 16 | Number16();

    /// <summary>Fills all of it.</summary>
    /// <exception cref="EndOfStreamException">There are fewer.</exception>
    public void Read(Span<byte> into)
    {
        var ready = Math.Min(into.Length, to - from);
        buffer.AsSpan(from, ready).CopyTo(into);
        from += ready;
        stream.ReadExactly(into[ready..]);
        Position += into.Length;
    }

    /// <exception cref="EndOfStreamException">There are fewer, as far as that can be told without reading.</exception>
    public void Skip(long count)
    {
        Position += count;
        var ready = (int)Math.Min(count, to - from);
        from += ready;
        var left = count - ready;
        if (left == 0) return;
        if (stream.CanSeek)
        {
            if (left > stream.Length - stream.Position) throw new EndOfStreamException();
            stream.Position += left;
            return;
        }

        while (left > 0)
        {
            var read = stream.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
            if (read == 0) throw new EndOfStreamException();
            left -= read;
        }

        (from, to) = (0, 0);
    }

    /// <summary>Goes on with what the rest unfolds to.</summary>
    public ByteInput Unfold(Func<Stream, Stream> unfold) => new(unfold(new Rest(this)));

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
    }

    bool Fill(int count)
    {
        buffer.AsSpan(from, to - from).CopyTo(buffer);
        (from, to) = (0, to - from);
        to += stream.ReadAtLeast(buffer.AsSpan(to), count - to, throwOnEndOfStream: false);
        return to >= count;
    }

    /// <summary>What was not taken yet, as a stream.</summary>
    sealed class Rest(ByteInput input) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (input.IsAtEnd) return 0;

            var ready = Math.Min(count, input.to - input.from);
            input.Take(ready).CopyTo(buffer.AsSpan(offset));
            return ready;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
