using System.Security.Claims;

using Microsoft.AspNetCore.Http;

using Percurso.Files.Contracts;
using Percurso.Kernel.Security;

namespace Percurso.Files.Uploads;

/// <summary>Somebody who may send: an account, or whoever holds a link.</summary>
sealed record Sender(Guid? AccountId, Guid? LinkId);

/// <summary>What an upload is for.</summary>
sealed record Destination(FileSubject Subject, string Slot, Sender Sender);

/// <summary>Who may send what where, read at each request. Whatever nobody answers for is denied.</summary>
sealed class Senders(IEnumerable<IFileSubjects> owners)
{
    /// <summary>Null for whom it is not there.</summary>
    public async Task<Destination?> DestinationAsync(HttpContext http, IReadOnlyDictionary<string, string> metadata, CancellationToken cancel)
    {
        if (!Guid.TryParse(metadata.GetValueOrDefault("subject"), out var id) || metadata.GetValueOrDefault("slot") is not { Length: > 0 and <= 60 } slot
            || owners.FirstOrDefault(owner => owner.Purpose == metadata.GetValueOrDefault("purpose")) is not { } owner
            || Account(http.User) is not { } account
            || !(await owner.RightsOfAsync(http.User, id, cancel)).HasFlag(FileRights.Send)
            || await owner.FindAsync(id, cancel) is not { } subject) return null;

        return new(subject, slot, new(account, null));
    }

    /// <summary>Whether an upload is this request's to go on with.</summary>
    public static bool Owns(HttpContext http, Upload upload) => upload.AccountId is { } account && Account(http.User) == account;

    /// <summary>Whoever looks through somebody else's eyes sends nothing.</summary>
    static Guid? Account(ClaimsPrincipal person) => person.SeenBy() is null ? person.FindAccountId() : null;
}
