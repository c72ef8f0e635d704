using System.Globalization;
using System.Security.Cryptography;

using Microsoft.AspNetCore.DataProtection;

using Percurso.Clinics.Domain;

namespace Percurso.Clinics.Rights;

/// <summary>Which sending of which invitation to which clinic an address is for.</summary>
sealed record LinkedInvitation(Guid Clinic, Guid Invitation, int Sent);

/// <summary>
/// The secret part of an invitation's address: made from the invitation itself, so that nothing of it is stored, and good for
/// one sending only. Every node reads what any made.
/// </summary>
sealed class InvitationLink(IDataProtectionProvider protection)
{
    readonly IDataProtector protector = protection.CreateProtector("clinics.invitation");

    public string PathOf(Invitation invitation) =>
        $"/consultorios/convite/{protector.Protect($"{invitation.ClinicId:N}.{invitation.Id:N}.{invitation.Sent}")}";

    /// <summary>Null when nobody here made it.</summary>
    public LinkedInvitation? Read(string secret)
    {
        try
        {
            var parts = protector.Unprotect(secret).Split('.');
            return new(Guid.ParseExact(parts[0], "N"), Guid.ParseExact(parts[1], "N"), int.Parse(parts[2], CultureInfo.InvariantCulture));
        }
        catch (Exception forged) when (forged is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
