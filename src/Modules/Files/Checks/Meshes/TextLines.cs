using System.Buffers;

namespace Percurso.Files.Checks.Meshes;

/// <summary>Lines of a text file as bytes, whatever ends them; a line longer than <see cref="Longest"/> is cut into several.</summary>
sealed class TextLines(Stream stream, CancellationToken cancel) : IDisposable
{
    public const int Longest = 64 << 10;

    byte[] buffer = ArrayPool<byte>.Shared.Rent(Longest);
    int from, to;
    bool ended;

    /// <summary>Bytes taken so far, with the ends of lines.</summary>
    public long Taken { get; private set; }

    /// <summary>The next line without its end; false after the last. It holds until the next call.</summary>
    public bool Next(out ReadOnlySpan<byte> line)
    {
        while (true)
        {
            var rest = buffer.AsSpan(from, to - from);
            var end = rest.IndexOfAny((byte)'\n', (byte)'\r');
            if (end >= 0 && (end + 1 < rest.Length || ended || rest[end] == (byte)'\n'))
            {
                line = rest[..end];
                Advance(end + (rest[end] == (byte)'\r' && end + 1 < rest.Length && rest[end + 1] == (byte)'\n' ? 2 : 1));
                return true;
            }

            if (ended || from == 0 && to == buffer.Length)
            {
                line = rest;
                Advance(rest.Length);
                return rest.Length > 0;
            }

            Fill();
        }
    }

    /// <summary>What was read ahead of the lines taken, for whoever goes on with bytes.</summary>
    public ReadOnlySpan<byte> Ahead => buffer.AsSpan(from, to - from);

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
    }

    void Advance(int bytes)
    {
        from += bytes;
        Taken += bytes;
    }

    void Fill()
    {
        cancel.ThrowIfCancellationRequested();
        buffer.AsSpan(from, to - from).CopyTo(buffer);
        (from, to) = (0, to - from);
        var read = stream.Read(buffer, to, buffer.Length - to);
        to += read;
        ended = read == 0;
    }
}
