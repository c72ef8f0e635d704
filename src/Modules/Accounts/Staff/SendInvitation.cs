using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Contracts;
using Percurso.Accounts.Data;
using Percurso.Accounts.Mail;
using Percurso.Kernel.Events;
using Percurso.Kernel.Mail;
using Percurso.Kernel.Web;

namespace Percurso.Accounts.Staff;

sealed class SendInvitation(AccountsDb db, IPost post, PublicUrl url, InvitationLink link) : IHandle<StaffInvited>
{
    public async Task HandleAsync(StaffInvited fact, CancellationToken cancel)
    {
        var invitation = await db.Invitations.AsNoTracking().SingleAsync(invitation => invitation.Id == fact.InvitationId, cancel);
        var by = await db.Accounts.Where(account => account.Id == invitation.InvitedBy).Select(account => account.Name).SingleAsync(cancel);

        await post.SendAsync(
            new InvitationLetter(invitation.Name, by, invitation.EndsAt, url.To(link.PathOf(invitation))),
            new(invitation.Email, invitation.Name, new(invitation.Culture)), cancel);
    }
}
