using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

using Percurso.Files.Contracts;
using Percurso.Files.Data;
using Percurso.Files.Storage;
using Percurso.Kernel.Data;
using Percurso.Kernel.Settings;

namespace Percurso.Files.Uploads;

/// <summary>Begins an upload, or puts parts together that were sent in parallel.</summary>
sealed class CreateUpload(FilesDb db, Senders senders, IStore store, ISettings settings, TimeProvider clock)
{
    /// <summary>How long an upload that nobody goes on with is kept.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(7);

    public async Task<FilesLimits> LimitsAsync(CancellationToken cancel) => await settings.FindAsync<FilesLimits>(cancel) ?? new();

    public async Task<Upload> CreateAsync(HttpContext http, CancellationToken cancel)
    {
        var request = http.Request;
        var header = request.Headers["Upload-Metadata"].ToString();
        var metadata = Tus.Metadata(header);
        var destination = await senders.DestinationAsync(http, metadata, cancel) ?? throw TusRefusal.NotThere();
        if (!destination.Subject.TakesFiles) throw new TusRefusal(StatusCodes.Status403Forbidden, "Este caso não recebe mais arquivos.");
        if (!destination.Subject.Takes(destination.Slot)) throw new TusRefusal(StatusCodes.Status403Forbidden, "Este item não recebe arquivos agora. Se precisar trocar o que está nele, escreva à empresa.");

        var (kind, parts) = Concat(request.Headers["Upload-Concat"].ToString());
        var length = kind == UploadKind.Final ? null : Length(request);
        var now = clock.GetUtcNow().UtcDateTime;
        var upload = new Upload
        {
            Purpose = metadata["purpose"],
            SubjectId = destination.Subject.Id,
            Slot = destination.Slot,
            OwnerId = destination.Subject.OwnerId,
            AccountId = destination.Sender.AccountId,
            LinkId = destination.Sender.LinkId,
            Kind = kind,
            Name = NameOf(metadata.GetValueOrDefault("filename") ?? metadata.GetValueOrDefault("name")),
            Metadata = header,
            Length = length,
            CreatedAt = now,
            ExpiresAt = now + Patience,
        };
        if (kind == UploadKind.Final)
        {
            if (request.ContentLength > 0) throw new TusRefusal(StatusCodes.Status403Forbidden, "Um envio em partes não recebe mais bytes depois de unido.");
            await JoinAsync(upload, parts, http, cancel);
            return upload;
        }

        await DemandRoomAsync(upload, cancel);
        db.Add(upload);
        await db.SaveChangesAsync(cancel);
        return upload;
    }

    /// <summary>Whether so much may come; asked again when a sender learns the length later.</summary>
    public async Task DemandRoomAsync(Upload upload, CancellationToken cancel)
    {
        var limits = await LimitsAsync(cancel);
        var length = upload.Length ?? 0;
        if (length > limits.File)
            throw new TusRefusal(StatusCodes.Status413PayloadTooLarge, "O arquivo tem {0} MB, e cada arquivo pode ter {1} MB.", length >> 20, limits.File >> 20);

        var used = await db.Uploads.Where(row => row.OwnerId == upload.OwnerId && row.Id != upload.Id && !(row.Kind == UploadKind.Partial && row.FinishedAt != null))
            .SumAsync(row => row.Length ?? 0, cancel);
        if (used + length > limits.Owner)
            throw new TusRefusal(StatusCodes.Status413PayloadTooLarge, "O consultório já usa {0} GB dos {1} GB que tem aqui. Fale com a empresa.", used >> 30, limits.Owner >> 30);
        if (store.FreeBytes is { } free && free - length < limits.KeptFree)
            throw new TusRefusal(StatusCodes.Status507InsufficientStorage, "Não há espaço para este arquivo agora. Nada se perdeu; tente mais tarde ou fale com a empresa.");
    }

    static long? Length(HttpRequest request)
    {
        var (length, defers) = (Tus.Number(request, "Upload-Length"), request.Headers["Upload-Defer-Length"].ToString());
        if (defers is not ("" or "1") || length is null == (defers.Length == 0))
            throw new TusRefusal(StatusCodes.Status400BadRequest, "O programa de envio não disse o tamanho do arquivo.");

        return length;
    }

    static (UploadKind Kind, IReadOnlyList<Guid> Parts) Concat(string header)
    {
        if (header.Length == 0) return (UploadKind.Whole, []);
        if (header == "partial") return (UploadKind.Partial, []);

        var addresses = header.StartsWith("final;", StringComparison.Ordinal) ? header["final;".Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
        var parts = addresses.Select(address => Guid.TryParse(address.TrimEnd('/').Split('/')[^1], out var id) ? id : Guid.Empty).ToList();
        return parts.Count is > 0 and <= 1000 && !parts.Contains(Guid.Empty) && parts.Distinct().Count() == parts.Count
            ? (UploadKind.Final, parts)
            : throw new TusRefusal(StatusCodes.Status400BadRequest, "O programa de envio pede uma união de partes que não se lê.");
    }

    /// <summary>The parts' pieces become the whole's, in order: no byte is copied. The parts themselves are then gone.</summary>
    async Task JoinAsync(Upload whole, IReadOnlyList<Guid> parts, HttpContext http, CancellationToken cancel)
    {
        var found = await db.Uploads.AsNoTracking().Where(row => parts.Contains(row.Id)).ToListAsync(cancel);
        foreach (var part in found)
            if (!await senders.OwnsAsync(http, part, cancel)) throw TusRefusal.NotThere();
        if (found.Count != parts.Count || found.Any(part => part.Kind != UploadKind.Partial
            || (part.Purpose, part.SubjectId, part.Slot) != (whole.Purpose, whole.SubjectId, whole.Slot))) throw TusRefusal.NotThere();
        if (found.Any(part => part.FinishedAt is null)) throw new TusRefusal(StatusCodes.Status409Conflict, "Ainda faltam bytes de uma das partes.");

        whole.Length = found.Sum(part => part.Length);
        var pieces = await db.Pieces.AsNoTracking().Where(piece => parts.Contains(piece.UploadId)).OrderBy(piece => piece.Number).ToListAsync(cancel);
        var ordered = parts.SelectMany(part => pieces.Where(piece => piece.UploadId == part)).Select(piece => piece.Id).ToArray();
        using var together = Together.Begin();
        db.Add(whole);
        await db.SaveChangesAsync(cancel);
        await db.Database.ExecuteSqlAsync(
            $"""
            update files.piece set upload_id = {whole.Id}, number = placed.number - 1
            from unnest({ordered}) with ordinality as placed (id, number) where piece.id = placed.id
            """, cancel);
        await db.Uploads.Where(row => parts.Contains(row.Id)).ExecuteDeleteAsync(cancel);
        together.Complete();
    }

    /// <summary>The last part of whatever path a sender may write, without what cannot be shown.</summary>
    public static string NameOf(string? given)
    {
        var name = new string([.. (given ?? "").Split('/', '\\')[^1].Where(letter => !char.IsControl(letter) && letter is not ('\uFFFE' or '\u202E') && !char.IsSurrogate(letter))]).Trim();
        return name.Length == 0 || name.All(letter => letter == '.') ? "arquivo" : name.Length <= Upload.NameLength ? name : name[^Upload.NameLength..];
    }
}
