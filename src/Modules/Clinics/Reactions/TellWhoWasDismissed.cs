using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Contracts;
using Percurso.Clinics.Contracts;
using Percurso.Clinics.Data;
using Percurso.Clinics.Mail;
using Percurso.Kernel.Events;
using Percurso.Kernel.Mail;
using Percurso.Kernel.Web;

namespace Percurso.Clinics.Reactions;

sealed class TellWhoWasDismissed(ClinicsDb db, IFindPeople people, IPost post, PublicUrl url) : IHandle<MemberDismissed>
{
    public async Task HandleAsync(MemberDismissed fact, CancellationToken cancel)
    {
        if (!(await people.ByIdAsync([fact.AccountId], cancel)).TryGetValue(fact.AccountId, out var person)) return;

        var clinic = await db.Clinics.Where(one => one.Id == fact.ClinicId).Select(one => one.Name).SingleAsync(cancel);
        await post.SendAsync(new DismissedLetter(clinic, url.To("/consultorios")), new(person.Email, person.Name, person.Culture), cancel);
    }
}
