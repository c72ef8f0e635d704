using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Contracts;
using Percurso.Clinics.Contracts;
using Percurso.Clinics.Data;
using Percurso.Clinics.Domain;
using Percurso.Clinics.Mail;
using Percurso.Clinics.Rights;
using Percurso.Kernel.Events;
using Percurso.Kernel.Mail;
using Percurso.Kernel.Security;
using Percurso.Kernel.Web;

namespace Percurso.Clinics.Reactions;

/// <summary>To whoever has an account by their name and in their language, to others in that of whoever invited.</summary>
sealed class SendInvitation(ClinicsDb db, IPeople names, IFindPeople people, IPost post, PublicUrl url, InvitationLink link) : IHandle<MemberInvited>
{
    public async Task HandleAsync(MemberInvited fact, CancellationToken cancel)
    {
        var invitation = await db.Set<Invitation>().AsNoTracking().SingleAsync(one => one.Id == fact.InvitationId, cancel);
        if (!invitation.IsPending) return;

        var clinic = await db.Clinics.Where(one => one.Id == fact.ClinicId).Select(one => one.Name).SingleAsync(cancel);
        var by = await names.NameOfAsync(invitation.InvitedBy, cancel) ?? clinic;
        var known = await people.ByEmailAsync(invitation.Email, cancel);
        await post.SendAsync(
            new InvitationLetter(clinic, by, invitation.Role, invitation.EndsAt, url.To(link.PathOf(invitation))),
            new(invitation.Email, known?.Name ?? invitation.Email, known?.Culture ?? new(invitation.Culture)), cancel);
    }
}
