using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

using Npgsql;

using Percurso.Content.Data;

namespace Percurso.Content.Media;

/// <summary>
/// Gives the library's files to anybody. An address with a hash may be kept for ever; one with a key leads to the current file.
/// A file's type is the one it was found to be, whatever the address ends in.
/// </summary>
static class ServeMedia
{
    /// <summary>Should a browser ever take a file for a page, it would run nothing.</summary>
    const string Policy = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/midia/{hash:length(64)}/{name}", ["GET", "HEAD"], FileAsync).AllowAnonymous();
        routes.MapMethods("/midia/{key}", ["GET", "HEAD"], CurrentAsync).AllowAnonymous();
    }

    static async Task<IResult> FileAsync(string hash, HttpResponse response, ContentDb db, NpgsqlDataSource source, CancellationToken cancel)
    {
        var found = await db.MediaBytes.Where(row => row.Hash == hash).Select(row => new { row.MediaType, row.Size }).SingleOrDefaultAsync(cancel);
        if (found is null) return Results.NotFound();

        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        response.Headers.ContentSecurityPolicy = Policy;
        return Results.Stream(
            new StoredBytes(source, hash, found.Size), found.MediaType, entityTag: new EntityTagHeaderValue($"\"{hash[..32]}\""), enableRangeProcessing: true);
    }

    static async Task<IResult> CurrentAsync(string key, HttpResponse response, ContentDb db, CancellationToken cancel)
    {
        var current = await db.Media.Where(item => item.Key == key)
            .SelectMany(item => item.Versions.Where(version => version.Number == item.Number))
            .Select(version => new { version.Hash, version.MediaType }).SingleOrDefaultAsync(cancel);
        if (current is null) return Results.NotFound();

        response.Headers.CacheControl = "no-cache";
        return Results.Redirect(MediaUrl.Of(current.Hash, key, current.MediaType));
    }
}
