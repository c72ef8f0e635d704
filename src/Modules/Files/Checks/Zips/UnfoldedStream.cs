namespace Percurso.Files.Checks.Zips;

/// <summary>One entry while it is unfolded, forward only; what is read is taken from the budget.</summary>
/// <param name="entry">As the ZIP unfolds it.</param>
/// <param name="budget">Null when the entry was already paid for.</param>
sealed class UnfoldedStream(Stream entry, ZipBudget? budget) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        var read = entry.Read(buffer);
        budget?.Spend(read);
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) entry.Dispose();
        base.Dispose(disposing);
    }
}
