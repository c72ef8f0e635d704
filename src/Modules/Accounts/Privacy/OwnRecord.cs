using System.Runtime.CompilerServices;

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Data;
using Percurso.Accounts.Domain;
using Percurso.Kernel.Mail;
using Percurso.Kernel.Privacy;

namespace Percurso.Accounts.Privacy;

/// <summary>The person's record, what they agreed to, where they are signed in, which letters went to them.</summary>
sealed class OwnRecord(AccountsDb db, UserManager<Account> accounts, ILetters letters) : IPersonalData
{
    public async IAsyncEnumerable<(string Name, object Content)> OfAsync(Guid account, [EnumeratorCancellation] CancellationToken cancel)
    {
        var person = await db.Accounts.AsNoTracking().SingleAsync(one => one.Id == account, cancel);
        var passkeys = await accounts.GetPasskeysAsync(person);
        yield return ("record", new
        {
            person.Name,
            person.Email,
            person.PhoneNumber,
            person.TaxId,
            person.Cro,
            person.Culture,
            person.TwoFactorEnabled,
            Roles = await accounts.GetRolesAsync(person),
            Passkeys = passkeys.Select(passkey => new { passkey.Name, passkey.CreatedAt }),
        });
        yield return ("consents", await db.Consents.Where(consent => consent.AccountId == account).OrderBy(consent => consent.GivenAt)
            .Select(consent => new { Kind = consent.Kind.ToString(), consent.Version, consent.GivenAt }).ToListAsync(cancel));
        yield return ("sessions", await db.Sessions.Where(session => session.AccountId == account).OrderBy(session => session.BeganAt)
            .Select(session => new { session.Device, session.BeganAt, session.SeenAt }).ToListAsync(cancel));
        yield return ("deletion-requests", await db.DeletionRequests.Where(request => request.AccountId == account).OrderBy(request => request.AskedAt)
            .Select(request => new { request.AskedAt, request.WithdrawnAt }).ToListAsync(cancel));
        yield return ("letters", (await letters.ToAsync(person.Email!, cancel)).Select(letter => new { letter.Subject, letter.ToAddress, letter.WrittenAt, State = letter.State.ToString() }));
    }
}
