using Microsoft.AspNetCore.Http;

using Percurso.Kernel.Security;

namespace Percurso.Accounts.Security.Gates;

/// <summary>
/// Whoever of the staff sees the site as a client reads and does nothing else: whatever would change something, and the
/// client's own account, lead to the page that says so.
/// </summary>
sealed class ReadOnly : IGate
{
    public const string Page = "/ver-como";

    public string? LeadsTo(HttpContext http, Endpoint endpoint) =>
        http.User.SeenBy() is null || endpoint.Metadata.GetMetadata<WhileSeeing>() is not null
        || (IsReading(http.Request) && endpoint.Metadata.GetMetadata<OnlyThemselves>() is null) ? null : Page;

    static bool IsReading(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
}

/// <summary>Marks the page by which somebody stops seeing as another.</summary>
[AttributeUsage(AttributeTargets.Class)]
sealed class WhileSeeing : Attribute;

/// <summary>Marks a page that nobody else may look at, even through its owner's eyes: factors, sessions, the copy of one's data.</summary>
[AttributeUsage(AttributeTargets.Class)]
sealed class OnlyThemselves : Attribute;
