using System.Security.Cryptography;

using Percurso.Files.Data;
using Percurso.Files.Storage;
using Percurso.Files.Uploads;

namespace Percurso.Files.Checking;

/// <summary>Bytes that the checks made of a file, in the store and not yet anybody's.</summary>
/// <param name="Upload">Holds them; nobody goes on with it, so that it is forgotten should this process die.</param>
sealed record Staged(Upload Upload, long Length, string Sha256);

/// <summary>Writes what the checks make of a file into the store, beside the file.</summary>
sealed class StageContent(FilesDb db, Contents contents, IStore store, TimeProvider clock)
{
    /// <param name="of">The upload it is made of: whose room and whose sending.</param>
    /// <param name="slot">Where it belongs.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="firstPiece">The number of its first piece, so that pieces of two uploads can change places.</param>
    /// <param name="write">Writes it; runs on a thread of its own.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<Staged> StageAsync(Upload of, string slot, string name, int firstPiece, Action<Stream> write, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var upload = new Upload
        {
            Purpose = of.Purpose,
            SubjectId = of.SubjectId,
            Slot = slot,
            OwnerId = of.OwnerId,
            AccountId = of.AccountId,
            LinkId = of.LinkId,
            Kind = UploadKind.Whole,
            Name = name,
            Metadata = "",
            // Its length is said last: until then nobody takes it for whole.
            CreatedAt = now,
            ExpiresAt = now + CreateUpload.Patience,
        };
        db.Add(upload);
        await db.SaveChangesAsync(cancel);
        await using var pieces = new WritePieces(contents, store, upload.Id, firstPiece, isOnTrial: false);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var stream = new Writing(pieces, hash);
        await OnItsOwnThread.RunAsync(() => { write(stream); return true; }, cancel);
        await pieces.EndAsync();
        return new(upload, stream.Length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>Written once, from its beginning, by code that knows no other way to write.</summary>
    sealed class Writing(WritePieces pieces, IncrementalHash hash) : Stream
    {
        long length;

        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => length;
        public override long Position { get => length; set => throw new NotSupportedException(); }

        public override void Write(byte[] buffer, int offset, int count)
        {
            hash.AppendData(buffer, offset, count);
            pieces.WriteAsync(buffer.AsMemory(offset, count)).GetAwaiter().GetResult();
            length += count;
        }

        public override void Flush() { }
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
