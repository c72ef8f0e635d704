using Microsoft.AspNetCore.DataProtection;

using Percurso.Kernel.Security;
using Percurso.Payments.Domain;

namespace Percurso.Payments.Charging;

/// <summary>The secret address of a sponsor's page; a new one makes those before useless.</summary>
sealed class SponsorLink(IDataProtectionProvider protection)
{
    readonly SecretLink link = new(protection, "payments.sponsor");

    public string PathOf(Sponsor sponsor) => $"/patrocinio/{link.Of(sponsor.Link, sponsor.Id)}";

    /// <summary>Null when nobody here made it.</summary>
    public (Guid Sponsor, int Link)? Read(string secret) => link.Read(secret) is ([var sponsor], var edition) ? (sponsor, edition) : null;
}
