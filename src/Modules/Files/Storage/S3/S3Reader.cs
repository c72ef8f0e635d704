using Amazon.S3.Model;

namespace Percurso.Files.Storage.S3;

/// <summary>Reads an object by ranges: short ones at first, as whoever looks at a heading needs, longer ones to whoever reads on.</summary>
sealed class S3Reader(Bucket bucket, string key, long length) : IPieceReader
{
    const int First = 256 << 10, Most = 8 << 20;

    GetObjectResponse? range;
    (long At, long End) where;
    int window = First;

    public async ValueTask<int> ReadAsync(long offset, Memory<byte> into, CancellationToken cancel)
    {
        if (offset >= length || into.Length == 0) return 0;

        if (range is null || offset != where.At || where.At == where.End) await AskAsync(offset, cancel);
        var some = into[..(int)Math.Min(into.Length, where.End - where.At)];
        var read = await Bucket.AskAsync(async () => await range!.ResponseStream.ReadAsync(some, cancel), cancel);
        where.At += read;
        return read;
    }

    async Task AskAsync(long offset, CancellationToken cancel)
    {
        window = range is not null && offset == where.End ? Math.Min(Most, window * 2) : First;
        range?.Dispose();
        range = null;
        var end = Math.Min(length, offset + window);
        try
        {
            range = await bucket.GetAsync(key, offset, end, cancel);
            where = (offset, end);
        }
        catch (FileNotFoundException)
        {
            throw new StoreDamagedException($"Piece {key} is not there.");
        }
    }

    public ValueTask DisposeAsync()
    {
        range?.Dispose();
        return ValueTask.CompletedTask;
    }
}
