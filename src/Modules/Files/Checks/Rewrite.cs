namespace Percurso.Files.Checks;

/// <summary>A file with parts of it left out or replaced, as instructions on the original: no copy is held in memory.</summary>
sealed class Rewrite
{
    readonly List<(long From, long Length, byte[]? Instead)> pieces = [];

    /// <summary>In bytes, when written.</summary>
    public long Length { get; private set; }

    /// <summary>Whether nothing is left out of an original of this length.</summary>
    public bool IsAllOf(long length) => pieces is [(0, var only, null)] && only == length;

    /// <summary>Goes on with a stretch of the original.</summary>
    public Rewrite Keep(long from, long length)
    {
        Length += length;
        if (pieces.Count > 0 && pieces[^1] is { Instead: null } last && last.From + last.Length == from) pieces[^1] = (last.From, last.Length + length, null);
        else if (length > 0) pieces.Add((from, length, null));
        return this;
    }

    /// <summary>Goes on with bytes of ours.</summary>
    public Rewrite Write(byte[] bytes)
    {
        Length += bytes.Length;
        pieces.Add((0, bytes.Length, bytes));
        return this;
    }

    /// <param name="original">Can seek.</param>
    /// <param name="to">Is written from where it stands.</param>
    public void Copy(Stream original, Stream to)
    {
        var buffer = new byte[64 << 10];
        foreach (var (from, length, instead) in pieces)
        {
            if (instead is not null)
            {
                to.Write(instead);
                continue;
            }

            original.Position = from;
            for (var left = length; left > 0;)
            {
                var read = original.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
                if (read == 0) throw new EndOfStreamException();
                to.Write(buffer, 0, read);
                left -= read;
            }
        }
    }
}
