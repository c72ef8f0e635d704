namespace Percurso.Files.Storage.S3;

/// <summary>
/// Pieces as objects of a bucket. An object appears only once it is whole, and its parts have 5 MiB at least; so that a node that dies takes little with it, each
/// block is also an object of its own, <c>3f…/0000</c>, until the piece is ended. See <c>docs/decisions/0015</c>.
/// </summary>
sealed class S3Store(S3Settings settings) : IStore, IDisposable
{
    readonly Bucket bucket = new(settings);

    public long PieceLimit => 32 << 20;

    public long? FreeBytes => null;

    public ValueTask<IPieceWriter> CreateAsync(Guid piece, CancellationToken cancel) => ValueTask.FromResult<IPieceWriter>(new Writer(bucket, KeyOf(piece)));

    public async ValueTask<long> RescueAsync(Guid piece, CancellationToken cancel)
    {
        var key = KeyOf(piece);
        var blocks = await bucket.ListAsync(key + "/", cancel);
        if (await bucket.LengthAsync(key, cancel) is not { } length)
        {
            await using var parts = new Parts(bucket, key);
            foreach (var block in blocks.TakeWhile((block, number) => block.Key == BlockOf(key, number)))
            {
                using var content = await bucket.GetAsync(block.Key, 0, block.Length, cancel);
                await parts.AddAsync(await ReadAsync(content.ResponseStream, block.Length, cancel), cancel);
            }

            if (parts.Length > 0) await parts.EndAsync(cancel);
            length = parts.Length;
        }

        await bucket.DeleteAsync([.. blocks.Select(block => block.Key)], cancel);
        return length;
    }

    public ValueTask<IPieceReader> OpenAsync(Guid piece, long length, CancellationToken cancel) => ValueTask.FromResult<IPieceReader>(new S3Reader(bucket, KeyOf(piece), length));

    public async ValueTask DeleteAsync(Guid piece, CancellationToken cancel) =>
        await bucket.DeleteAsync([.. (await bucket.ListAsync(KeyOf(piece), cancel)).Select(one => one.Key)], cancel);

    public void Dispose() => bucket.Dispose();

    static string KeyOf(Guid piece) => $"{piece:n}";

    static string BlockOf(string key, int number) => $"{key}/{number:0000}";

    static async Task<byte[]> ReadAsync(Stream content, long length, CancellationToken cancel) => await Bucket.AskAsync(async () =>
    {
        var bytes = new byte[length];
        await content.ReadExactlyAsync(bytes, cancel);
        return bytes;
    }, cancel);

    /// <summary>Each block is in the bucket before it is added to the piece's object.</summary>
    sealed class Writer(Bucket bucket, string key) : IPieceWriter
    {
        readonly Parts parts = new(bucket, key);
        int blocks;

        public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
        {
            await bucket.PutAsync(BlockOf(key, blocks++), bytes, cancel);
            await parts.AddAsync(bytes, cancel);
        }

        public async ValueTask EndAsync(CancellationToken cancel)
        {
            await parts.EndAsync(cancel);
            await bucket.DeleteAsync([.. Enumerable.Range(0, blocks).Select(number => BlockOf(key, number))], cancel);
        }

        public ValueTask DisposeAsync() => parts.DisposeAsync();
    }
}
