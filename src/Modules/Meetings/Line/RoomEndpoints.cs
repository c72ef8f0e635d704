using System.Globalization;
using System.Security.Cryptography;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

using Percurso.Kernel.Security;
using Percurso.Meetings.Contracts;

namespace Percurso.Meetings.Line;

/// <summary>What a room's page asks of the site: its line, the servers that help browsers find each other, and bytes to measure the way by. For whom the room is not there, none of it is.</summary>
static class RoomEndpoints
{
    /// <summary>Bytes of one measure each way: two seconds of a line too thin for pictures.</summary>
    const int Measured = 512 * 1024;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapHub<RoomHub>("/reunioes/{room:guid}/linha", line => line.Transports = HttpTransportType.WebSockets).RequireAuthorization().AllowCookieRedirect().Add(endpoint =>
        {
            var inner = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = http => AnswerAsync(http, inner);
            if (((RouteEndpointBuilder)endpoint).RoutePattern.RawText!.EndsWith("/negotiate", StringComparison.Ordinal)) endpoint.Metadata.Add(new HttpMethodMetadata([HttpMethods.Post]));
        });
        routes.MapGet("/reunioes/{room:guid}/servidores", ServersAsync).RequireAuthorization();
        routes.MapGet("/reunioes/{room:guid}/medida", DownAsync).RequireAuthorization();
        routes.MapPost("/reunioes/{room:guid}/medida", UpAsync).RequireAuthorization();
    }

    /// <summary>A line is opened from our own pages, by who may see the room. Browsers send the Origin with each WebSocket, and let any page open one.</summary>
    static async Task AnswerAsync(HttpContext http, RequestDelegate inner)
    {
        // What makes it a WebSocket comes after this: over HTTP/1.1 it asks for an upgrade, over HTTP/2 it is an extended CONNECT.
        var isLine = http.Request.Headers.Upgrade.ToString().Equals("websocket", StringComparison.OrdinalIgnoreCase) || http.Features.Get<IHttpExtendedConnectFeature>() is { IsExtendedConnect: true }
            || http.Request.Path.Value!.EndsWith("/negotiate", StringComparison.Ordinal);
        if (isLine && IsOurs(http.Request) && await FindAsync(http, Guid.Parse((string)http.GetRouteValue("room")!, CultureInfo.InvariantCulture)) is not null) await inner(http);
        else http.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    static bool IsOurs(HttpRequest request) => request.Headers.Origin.ToString() is var origin && (origin.Length == 0 || origin == $"{request.Scheme}://{request.Host}");

    static async Task<IResult> ServersAsync(Guid room, HttpContext http, IceServers servers)
    {
        if (await FindAsync(http, room) is not { } standing) return Results.NotFound();

        http.Response.Headers.CacheControl = "no-store";
        // A relay costs its owner: before the time nobody needs it.
        return Results.Json(standing.Door == RoomDoor.Open ? servers.For($"{http.User.AccountId():N}") : new IceWays([], OnlyRelay: false, HasRelay: false));
    }

    static async Task<IResult> DownAsync(Guid room, HttpContext http)
    {
        if (await FindAsync(http, room) is null) return Results.NotFound();

        http.Response.Headers.CacheControl = "no-store";
        // By chance, so that nothing on the way can make it smaller.
        return Results.Bytes(RandomNumberGenerator.GetBytes(Measured));
    }

    static async Task<IResult> UpAsync(Guid room, HttpContext http)
    {
        if (await FindAsync(http, room) is null) return Results.NotFound();

        var (buffer, left) = (new byte[32 * 1024], 2 * Measured);
        while (left > 0 && await http.Request.Body.ReadAsync(buffer, http.RequestAborted) is > 0 and var read) left -= read;
        return Results.Text("");
    }

    static Task<Standing?> FindAsync(HttpContext http, Guid room) => http.RequestServices.GetRequiredService<Doorman>().FindAsync(http.User, room, http.RequestAborted);
}
