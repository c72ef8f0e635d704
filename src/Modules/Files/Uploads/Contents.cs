using Microsoft.EntityFrameworkCore;

using Percurso.Files.Data;
using Percurso.Files.Storage;

namespace Percurso.Files.Uploads;

/// <summary>What uploads are made of: their pieces in the database, and in the store.</summary>
sealed class Contents(FilesDb db, IStore store)
{
    public Task<List<Piece>> PiecesAsync(Guid upload, CancellationToken cancel) =>
        db.Pieces.AsNoTracking().Where(piece => piece.UploadId == upload).OrderBy(piece => piece.Number).ToListAsync(cancel);

    /// <summary>All that has come and been ended.</summary>
    public async Task<StoredStream> OpenAsync(Guid upload, CancellationToken cancel) => Open(await PiecesAsync(upload, cancel));

    public StoredStream Open(IEnumerable<Piece> pieces) => new(store, pieces.Where(piece => piece.Length is not null));

    /// <summary>
    /// Ends what a writer that died left open, and counts. Only for whoever holds the upload's lock.
    /// </summary>
    /// <returns>How many bytes have come, and the number of the next piece.</returns>
    public async Task<(long Offset, int Next)> SettleAsync(Guid upload, CancellationToken cancel)
    {
        var pieces = await PiecesAsync(upload, cancel);
        foreach (var open in pieces.Where(piece => piece.Length is null))
        {
            open.Length = open.IsOnTrial ? 0 : await store.RescueAsync(open.Id, cancel);
            if (open.Length > 0) await EndAsync(open, open.Length.Value, cancel);
            else await DropAsync([open], cancel);
        }

        return (pieces.Sum(piece => piece.Length!.Value), pieces.Count == 0 ? 0 : pieces[^1].Number + 1);
    }

    public Task EndAsync(Piece piece, long length, CancellationToken cancel) =>
        db.Pieces.Where(row => row.Id == piece.Id).ExecuteUpdateAsync(row => row.SetProperty(one => one.Length, length), cancel);

    public async Task BeginAsync(Piece piece, CancellationToken cancel) => await db.Database.ExecuteSqlAsync(
        $"insert into files.piece (id, upload_id, number, is_on_trial) values ({piece.Id}, {piece.UploadId}, {piece.Number}, {piece.IsOnTrial})", cancel);

    /// <summary>First from the store, then from the database: what is forgotten halfway is found again.</summary>
    public async Task DropAsync(IReadOnlyList<Piece> pieces, CancellationToken cancel)
    {
        foreach (var piece in pieces) await store.DeleteAsync(piece.Id, cancel);
        var ids = pieces.Select(piece => piece.Id).ToList();
        await db.Pieces.Where(row => ids.Contains(row.Id)).ExecuteDeleteAsync(cancel);
    }

    /// <summary>The upload and all of its bytes.</summary>
    public async Task ForgetAsync(Guid upload, CancellationToken cancel)
    {
        await DropAsync(await PiecesAsync(upload, cancel), cancel);
        await db.Uploads.Where(row => row.Id == upload).ExecuteDeleteAsync(cancel);
    }
}
