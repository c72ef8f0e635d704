using System.Globalization;
using System.Security.Cryptography;

using Microsoft.AspNetCore.DataProtection;

using Percurso.Accounts.Domain;

namespace Percurso.Accounts.Staff;

/// <summary>
/// The secret part of an invitation's address: made from the invitation itself, so that nothing of it is stored, and good for
/// one sending only. Every node reads what any made.
/// </summary>
sealed class InvitationLink(IDataProtectionProvider protection)
{
    readonly IDataProtector protector = protection.CreateProtector("accounts.invitation");

    public string PathOf(Invitation invitation) => $"/convite/{protector.Protect($"{invitation.Id:N}.{invitation.Sent}")}";

    /// <summary>Which invitation a link is for, and which sending of it; null when nobody here made it.</summary>
    public (Guid Id, int Sent)? Read(string secret)
    {
        try
        {
            var parts = protector.Unprotect(secret).Split('.');
            return (Guid.ParseExact(parts[0], "N"), int.Parse(parts[1], CultureInfo.InvariantCulture));
        }
        catch (Exception forged) when (forged is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
