using Percurso.Files.Storage;

namespace Percurso.Files.Uploads;

/// <summary>
/// Writes the bytes of one request into pieces. A piece stands in the database before its first byte is written, so that what a dying process
/// leaves is found; its length is written there once the bytes are safe on the disk. While one is being made safe the next is being written.
/// </summary>
sealed class WritePieces(Contents contents, IStore store, Guid upload, int number, bool isOnTrial) : IAsyncDisposable
{
    readonly List<Piece> written = [];
    (Piece Piece, IPieceWriter Writer, long Length, Task Safe)? ending;
    (Piece Piece, IPieceWriter Writer)? open;
    long inOpen;

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            if (open is null) await BeginAsync();
            var some = bytes[..(int)Math.Min(bytes.Length, store.PieceLimit - inOpen)];
            await open!.Value.Writer.WriteAsync(some, CancellationToken.None);
            inOpen += some.Length;
            bytes = bytes[some.Length..];
            if (inOpen == store.PieceLimit) await EndOpenAsync();
        }
    }

    /// <summary>All that was written is safe and counted when this returns.</summary>
    public async Task EndAsync()
    {
        await EndOpenAsync();
        await AwaitEndingAsync();
    }

    /// <summary>Nothing of it was ever here.</summary>
    public async Task DropAsync()
    {
        await DisposeAsync();
        await contents.DropAsync(written, CancellationToken.None);
    }

    async Task BeginAsync()
    {
        var piece = new Piece { UploadId = upload, Number = number++, IsOnTrial = isOnTrial };
        await contents.BeginAsync(piece, CancellationToken.None);
        written.Add(piece);
        open = (piece, await store.CreateAsync(piece.Id, CancellationToken.None));
        inOpen = 0;
    }

    async Task EndOpenAsync()
    {
        if (open is not var (piece, writer)) return;

        await AwaitEndingAsync();
        ending = (piece, writer, inOpen, writer.EndAsync(CancellationToken.None).AsTask());
        open = null;
    }

    async Task AwaitEndingAsync()
    {
        if (ending is not var (piece, writer, length, safe)) return;

        ending = null;
        await using (writer) await safe;
        if (length > 0) await contents.EndAsync(piece, length, CancellationToken.None);
        else await contents.DropAsync([piece], CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (ending is { } last)
        {
            await last.Safe.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await last.Writer.DisposeAsync();
        }

        if (open is { } left) await left.Writer.DisposeAsync();
        (open, ending) = (null, null);
    }
}
