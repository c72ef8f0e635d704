using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Contracts;
using Percurso.Clinics.Contracts;
using Percurso.Clinics.Data;
using Percurso.Clinics.Domain;
using Percurso.Clinics.Mail;
using Percurso.Kernel.Events;
using Percurso.Kernel.Mail;
using Percurso.Kernel.Web;

namespace Percurso.Clinics.Reactions;

/// <summary>All of the clinic's dentists but the one who joined; nobody when that person has left again meanwhile.</summary>
sealed class TellTheDentists(ClinicsDb db, IFindPeople people, IPost post, PublicUrl url) : IHandle<MemberJoined>
{
    public async Task HandleAsync(MemberJoined fact, CancellationToken cancel)
    {
        var clinic = await db.Clinics.AsNoTracking().Include(one => one.Members).SingleAsync(one => one.Id == fact.ClinicId, cancel);
        var known = await people.ByIdAsync(clinic.Members.Select(member => member.AccountId), cancel);
        if (clinic.MemberOf(fact.AccountId) is not { } joined || !known.TryGetValue(fact.AccountId, out var person)) return;

        var letter = new MemberJoinedLetter(clinic.Name, person.Name, person.Email, joined.Role, url.To($"/consultorios/{clinic.Id}"));
        foreach (var dentist in clinic.Members.Where(member => member.Role == MemberRole.Dentist && member != joined))
            if (known.TryGetValue(dentist.AccountId, out var to)) await post.SendAsync(letter, new(to.Email, to.Name, to.Culture), cancel);
    }
}
