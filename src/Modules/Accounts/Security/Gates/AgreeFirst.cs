using Microsoft.AspNetCore.Http;

using Percurso.Kernel.Security;

namespace Percurso.Accounts.Security.Gates;

/// <summary>Whoever owes an agreement is led to it from every closed door but those that say <see cref="BeforeAgreeing"/>.</summary>
sealed class AgreeFirst : IGate
{
    public const string Page = "/conta/termos";

    public string? LeadsTo(HttpContext http, Endpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<BeforeAgreeing>() is not null || !http.User.HasClaim(claim => claim.Type == SignedIn.OwesClaim)) return null;

        var going = HttpMethods.IsGet(http.Request.Method) ? http.Request.Path + http.Request.QueryString : "";
        return going.Length == 0 ? Page : $"{Page}?voltar={Uri.EscapeDataString(going)}";
    }
}

/// <summary>Marks a page that a person may use before having agreed to the newest texts.</summary>
[AttributeUsage(AttributeTargets.Class)]
sealed class BeforeAgreeing : Attribute;
