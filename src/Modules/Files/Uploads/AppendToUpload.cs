using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

using Percurso.Files.Data;

namespace Percurso.Files.Uploads;

/// <summary>Goes on with an upload where it stopped, on whichever node, after whatever happened to the request or the node before.</summary>
sealed class AppendToUpload(FilesDb db, Contents contents, ReceiveBody receive, CreateUpload create, FinishUpload finish, TimeProvider clock)
{
    /// <summary>Where it stands. Whoever still seems to send is made to stop: the asker is about to go on.</summary>
    public async Task<long> OffsetAsync(HttpContext http, Upload upload)
    {
        await using var held = await TusEndpoints.HoldAsync(http, upload.Id);
        var (offset, _) = await contents.SettleAsync(upload.Id, CancellationToken.None);
        if (offset == upload.Length) await finish.FinishAsync(upload.Id, CancellationToken.None);
        return offset;
    }

    /// <returns>Where it stands now.</returns>
    public async Task<long> AppendAsync(HttpContext http, Upload upload, long offset)
    {
        await using var held = await TusEndpoints.HoldAsync(http, upload.Id);
        var (reached, next) = await contents.SettleAsync(upload.Id, CancellationToken.None);
        if (offset != reached) throw new TusRefusal(StatusCodes.Status409Conflict, "O envio já passou deste ponto, ou ainda não chegou a ele.");

        await LearnLengthAsync(upload, http.Request);
        if (offset + (http.Request.ContentLength ?? 0) > (upload.Length ?? (await create.LimitsAsync(CancellationToken.None)).File))
            throw new TusRefusal(StatusCodes.Status413PayloadTooLarge, "Chegaram mais bytes do que o arquivo tem. Nada deles foi guardado; envie de novo.");

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, held.Stop);
        reached = await receive.TakeAsync(upload, offset, next, http.Request, stop.Token);
        upload.ExpiresAt = clock.GetUtcNow().UtcDateTime + CreateUpload.Patience;
        await db.Uploads.Where(row => row.Id == upload.Id)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.ExpiresAt, upload.ExpiresAt), CancellationToken.None);
        if (reached == upload.Length) await finish.FinishAsync(upload.Id, CancellationToken.None);
        return reached;
    }

    async Task LearnLengthAsync(Upload upload, HttpRequest request)
    {
        if (Tus.Number(request, "Upload-Length") is not { } length) return;
        if (upload.Length is { } known && known != length) throw new TusRefusal(StatusCodes.Status400BadRequest, "O tamanho do arquivo já estava dito, e era outro.");
        if (upload.Length is not null) return;

        upload.Length = length;
        await create.DemandRoomAsync(upload, CancellationToken.None);
        await db.SaveChangesAsync(CancellationToken.None);
    }
}
