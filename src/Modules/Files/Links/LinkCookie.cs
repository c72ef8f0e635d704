using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

using Percurso.Files.Data;

namespace Percurso.Files.Links;

/// <summary>
/// What a device that opened a link keeps: which link, and a secret. For a link bound to one device the device's own, else that of the address.
/// </summary>
sealed class LinkCookie(FilesDb db, TimeProvider clock)
{
    const string Name = "envio";

    /// <summary>The link this request may use, alive or not; null without one, or where another device has it.</summary>
    public async Task<Link?> LinkOfAsync(HttpContext http, CancellationToken cancel)
    {
        if (http.Request.Cookies[Name]?.Split('.') is not [var id, var secret] || !Guid.TryParse(id, out var key)) return null;

        var link = await db.Links.AsNoTracking().SingleOrDefaultAsync(row => row.Id == key, cancel);
        return link is not null && link.RevokedAt is null && Link.HashOf(secret) == (link.Kind == LinkKind.Phone ? link.DeviceHash : link.SecretHash) ? link : null;
    }

    public bool IsAlive(Link link) => link.IsAlive(clock.GetUtcNow().UtcDateTime);

    public static void Keep(HttpContext http, Link link, string secret) => http.Response.Cookies.Append(Name, $"{link.Id}.{secret}", new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = http.Request.IsHttps,
        IsEssential = true,
        MaxAge = Link.Outside,
    });
}
