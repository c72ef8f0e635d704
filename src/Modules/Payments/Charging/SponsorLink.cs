using System.Globalization;
using System.Security.Cryptography;

using Microsoft.AspNetCore.DataProtection;

using Percurso.Payments.Domain;

namespace Percurso.Payments.Charging;

/// <summary>The secret address of a sponsor's page: nothing of it is stored, and a new one makes those before useless.</summary>
sealed class SponsorLink(IDataProtectionProvider protection)
{
    readonly IDataProtector protector = protection.CreateProtector("payments.sponsor");

    public string PathOf(Sponsor sponsor) => $"/patrocinio/{protector.Protect($"{sponsor.Id:N}.{sponsor.Link}")}";

    /// <summary>Null when nobody here made it.</summary>
    public (Guid Sponsor, int Link)? Read(string secret)
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
