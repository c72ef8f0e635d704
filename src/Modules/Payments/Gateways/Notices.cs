using System.Text;
using System.Text.Json;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

using Percurso.Kernel.Data;
using Percurso.Kernel.Security;
using Percurso.Payments.Data;
using Percurso.Payments.Domain;

namespace Percurso.Payments.Gateways;

/// <summary>
/// Where gateways tell that something changed. A notice is believed so far that the gateway is asked: what it signs for is kept
/// under its own id and answered; what is not signed, or signed long ago, is refused.
/// </summary>
static class Notices
{
    public const string Path = "/pagamentos/avisos/" + Demonstration.Key;
    const int MostBytes = 64 << 10;

    public static void MapNotices(this IEndpointRouteBuilder routes) =>
        routes.MapPost(Path, TakeAsync).AllowAnonymous().WithMetadata(new FromAnywhere());

    sealed record Told(string? Id, string? Checkout);

    static async Task<IResult> TakeAsync(HttpRequest request, PaymentsDb db, IConfiguration configuration, TimeProvider clock, CancellationToken cancel)
    {
        if (DemonstrationOptions.Of(configuration) is not { Address: not null } options) return Results.NotFound();
        if (await BodyAsync(request, cancel) is not { } body) return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        if (!Signature.IsRight(request.Headers["Percurso-Signature"].ToString(), body, options.Secret, clock.GetUtcNow())) return Results.Unauthorized();

        if (Read(body) is not { Id: { Length: > 0 and <= 200 } id, Checkout: { Length: > 0 and <= 200 } session }) return Results.BadRequest();

        var now = clock.GetUtcNow().UtcDateTime;
        using var together = Together.Begin();
        var kept = await db.Database.ExecuteSqlAsync(
            $"""
            insert into payments.notice (gateway, event_id, session, body, received_at) values ({Demonstration.Key}, {id}, {session}, {Encoding.UTF8.GetString(body)}, {now})
            on conflict do nothing
            """, cancel);
        if (kept == 0) return Results.Ok();   // a repeat is no error

        await db.AskErrandAsync(ErrandKind.Ask, Demonstration.Key, session, now, cancel);
        together.Complete();
        return Results.Accepted();
    }

    static Told? Read(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<Told>(body, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The bytes as they came; null when there are too many.</summary>
    static async Task<byte[]?> BodyAsync(HttpRequest request, CancellationToken cancel)
    {
        using var body = new MemoryStream();
        var part = new byte[8192];
        for (int read; (read = await request.Body.ReadAsync(part, cancel)) > 0;)
        {
            if (body.Length + read > MostBytes) return null;
            body.Write(part, 0, read);
        }

        return body.ToArray();
    }
}
