using Microsoft.AspNetCore.Http;

using Percurso.Kernel.Security;

namespace Percurso.Accounts.Security.Gates;

/// <summary>
/// A new dentist whom the company has yet to approve waits on one page, and may meanwhile use the doors that say
/// <see cref="BeforeApproval"/>: their own account, above all the record by which they are known.
/// </summary>
sealed class ApprovalFirst : IGate
{
    public const string Page = "/conta/espera";

    public string? LeadsTo(HttpContext http, Endpoint endpoint) =>
        http.User.HasClaim(claim => claim.Type == SignedIn.WaitsClaim) && endpoint.Metadata.GetMetadata<BeforeApproval>() is null ? Page : null;
}

/// <summary>Marks a page that a person may use before the company has approved them.</summary>
[AttributeUsage(AttributeTargets.Class)]
sealed class BeforeApproval : Attribute;
