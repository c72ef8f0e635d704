using System.Security.Claims;

using Microsoft.AspNetCore.Http;

using Percurso.Files.Contracts;
using Percurso.Files.Links;
using Percurso.Kernel.Security;

namespace Percurso.Files.Uploads;

/// <summary>Somebody who may send: an account, or whoever holds a link.</summary>
sealed record Sender(Guid? AccountId, Guid? LinkId);

/// <summary>What an upload is for.</summary>
sealed record Destination(FileSubject Subject, string Slot, Sender Sender);

/// <summary>Who may send what where, read at each request. Whatever nobody answers for is denied.</summary>
sealed class Senders(IEnumerable<IFileSubjects> owners, LinkCookie cookie)
{
    /// <summary>Null for whom it is not there.</summary>
    public async Task<Destination?> DestinationAsync(HttpContext http, IReadOnlyDictionary<string, string> metadata, CancellationToken cancel)
    {
        if (!Guid.TryParse(metadata.GetValueOrDefault("subject"), out var id) || metadata.GetValueOrDefault("slot") is not { Length: > 0 and <= 60 } slot
            || owners.FirstOrDefault(owner => owner.Purpose == metadata.GetValueOrDefault("purpose")) is not { } owner
            || await SenderAsync(http, owner, id, slot, cancel) is not { } sender
            || await owner.FindAsync(id, cancel) is not { } subject) return null;

        return new(subject, slot, sender);
    }

    /// <summary>Whether an upload is this request's to go on with. What was begun by a link may finish after its time, unless it was revoked.</summary>
    public async Task<bool> OwnsAsync(HttpContext http, Upload upload, CancellationToken cancel) =>
        upload.AccountId is { } account ? Account(http.User) == account : upload.LinkId is { } link && (await cookie.LinkOfAsync(http, cancel))?.Id == link;

    /// <summary>An account that may, or else a link that was made for this slot.</summary>
    async Task<Sender?> SenderAsync(HttpContext http, IFileSubjects owner, Guid subject, string slot, CancellationToken cancel)
    {
        if (Account(http.User) is { } account && (await owner.RightsOfAsync(http.User, subject, cancel)).HasFlag(FileRights.Send)) return new(account, null);

        return await cookie.LinkOfAsync(http, cancel) is { } link && cookie.IsAlive(link) && (link.Purpose, link.SubjectId) == (owner.Purpose, subject) && link.Slots.Contains(slot)
            ? new(null, link.Id)
            : null;
    }

    /// <summary>Whoever looks through somebody else's eyes sends nothing.</summary>
    static Guid? Account(ClaimsPrincipal person) => person.SeenBy() is null ? person.FindAccountId() : null;
}
