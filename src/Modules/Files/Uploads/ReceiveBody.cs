using Microsoft.AspNetCore.Http;

using Percurso.Files.Storage;

namespace Percurso.Files.Uploads;

/// <summary>
/// Takes the bytes of one request into the store: they are read, written and added to the hash at the same time. Whatever came before a line broke
/// is kept, unless the request says what its bytes must add up to.
/// </summary>
sealed class ReceiveBody(Contents contents, IStore store, RollingHashes hashes, CreateUpload limits)
{
    /// <param name="upload">Whose lock is held.</param>
    /// <param name="offset">Where these bytes belong: the end of what is there.</param>
    /// <param name="next">The number of the next piece.</param>
    /// <param name="request">Their body.</param>
    /// <param name="stop">Another request wants to go on: keep what has come.</param>
    /// <returns>How many bytes have come altogether.</returns>
    public async Task<long> TakeAsync(Upload upload, long offset, int next, HttpRequest request, CancellationToken stop)
    {
        using var checksum = Checksum.Of(request);
        try
        {
            return await TakeAsync(upload, offset, next, request, checksum, stop);
        }
        catch
        {
            // The hash may have taken what the store has not.
            hashes.Forget(upload.Id);
            throw;
        }
    }

    async Task<long> TakeAsync(Upload upload, long offset, int next, HttpRequest request, Checksum? checksum, CancellationToken stop)
    {
        var hash = await HashAsync(upload, offset, checksum is not null);
        await using var pieces = new WritePieces(contents, store, upload.Id, next, checksum is not null);
        var most = (upload.Length ?? (await limits.LimitsAsync(stop)).File) - offset;
        long taken;
        bool isWhole;
        try
        {
            (taken, isWhole) = await CopyAsync(request.Body, pieces, bytes => (checksum is null ? (Action<ReadOnlySpan<byte>>?)(hash is null ? null : hash.Append) : checksum.Append)?.Invoke(bytes), most, stop);
        }
        catch (StoreFullException)
        {
            await pieces.EndAsync();
            throw;
        }

        if (taken > most)
        {
            await pieces.DropAsync();
            throw new TusRefusal(StatusCodes.Status413PayloadTooLarge, "Chegaram mais bytes do que o arquivo tem. Nada deles foi guardado; envie de novo.");
        }

        if (checksum is not null && !(isWhole && checksum.Holds()))
        {
            await pieces.DropAsync();
            throw isWhole
                ? new TusRefusal(Tus.ChecksumMismatch, "Um pedaço se estragou no caminho. Ele será enviado outra vez.")
                : new TusRefusal(StatusCodes.Status400BadRequest, "A conexão caiu no meio de um pedaço. Ele será enviado outra vez.");
        }

        await pieces.EndAsync();
        return offset + taken;
    }

    /// <summary>The upload's hash, where these bytes are to be added to it as they come.</summary>
    async Task<RollingHash?> HashAsync(Upload upload, long offset, bool isOnTrial)
    {
        if (upload.Kind == UploadKind.Partial || isOnTrial) return null;

        var hash = hashes.Of(upload.Id, offset);
        if (hash.Position < offset)
        {
            await using var before = await contents.OpenAsync(upload.Id, CancellationToken.None);
            await hash.CatchUpAsync(before, CancellationToken.None);
        }

        return hash;
    }

    /// <returns>How many bytes came, one more than <paramref name="most"/> perhaps, and whether the body came to its end.</returns>
    static async Task<(long Taken, bool IsWhole)> CopyAsync(Stream body, WritePieces pieces, Action<ReadOnlySpan<byte>> add, long most, CancellationToken stop)
    {
        await using var ring = new ByteRing(
            async bytes => await pieces.WriteAsync(bytes),
            bytes =>
            {
                add(bytes.Span);
                return ValueTask.CompletedTask;
            });
        for (var taken = 0L; ;)
        {
            var room = await ring.RoomAsync();
            var (length, isEnd, isCut) = await FillAsync(body, room[..(int)Math.Min(room.Length, most - taken + 1)], stop);
            taken += length;
            if (taken > most) return (taken, true);

            ring.Give(length);
            if (!isEnd && !isCut) continue;

            await ring.EndAsync();
            return (taken, isEnd);
        }
    }

    static async Task<(int Length, bool IsEnd, bool IsCut)> FillAsync(Stream body, Memory<byte> block, CancellationToken stop)
    {
        var length = 0;
        try
        {
            while (length < block.Length)
            {
                var read = await body.ReadAsync(block[length..], stop);
                if (read == 0) return (length, true, false);
                length += read;
            }

            return (length, false, false);
        }
        catch (Exception cut) when (cut is OperationCanceledException or IOException)   // a BadHttpRequestException is an IOException
        {
            return (length, false, true);
        }
    }
}
