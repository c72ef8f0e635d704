using Microsoft.AspNetCore.DataProtection;

using Percurso.Accounts.Domain;
using Percurso.Kernel.Security;

namespace Percurso.Accounts.Staff;

/// <summary>The address of an invitation, good for one sending only.</summary>
sealed class InvitationLink(IDataProtectionProvider protection)
{
    readonly SecretLink link = new(protection, "accounts.invitation");

    public string PathOf(Invitation invitation) => $"/convite/{link.Of(invitation.Sent, invitation.Id)}";

    /// <summary>Which invitation a link is for, and which sending of it; null when nobody here made it.</summary>
    public (Guid Id, int Sent)? Read(string secret) => link.Read(secret) is ([var id], var sent) ? (id, sent) : null;
}
