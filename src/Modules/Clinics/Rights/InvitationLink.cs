using Microsoft.AspNetCore.DataProtection;

using Percurso.Clinics.Domain;
using Percurso.Kernel.Security;

namespace Percurso.Clinics.Rights;

/// <summary>Which sending of which invitation to which clinic an address is for.</summary>
sealed record LinkedInvitation(Guid Clinic, Guid Invitation, int Sent);

/// <summary>The address of an invitation to a clinic, good for one sending only.</summary>
sealed class InvitationLink(IDataProtectionProvider protection)
{
    readonly SecretLink link = new(protection, "clinics.invitation");

    public string PathOf(Invitation invitation) => $"/consultorios/convite/{link.Of(invitation.Sent, invitation.ClinicId, invitation.Id)}";

    /// <summary>Null when nobody here made it.</summary>
    public LinkedInvitation? Read(string secret) => link.Read(secret) is ([var clinic, var invitation], var sent) ? new(clinic, invitation, sent) : null;
}
