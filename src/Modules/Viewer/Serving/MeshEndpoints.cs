using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

using Percurso.Files.Contracts;
using Percurso.Viewer.Contracts;
using Percurso.Viewer.Data;
using Percurso.Viewer.Domain;
using Percurso.Viewer.Meshes;

namespace Percurso.Viewer.Serving;

/// <summary>
/// Hands out the meshes of a version, coarse and whole. Each asks whoever owns the subject and writes down who looks. What is no longer what the version
/// was sealed with is not handed out (409): nobody shall approve, or have approved, what is not shown.
/// </summary>
static class MeshEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/modelos/{version:guid}/malhas/{layer:guid}/{detail}", OneAsync).RequireAuthorization();
    }

    static async Task<IResult> OneAsync(
        Guid version, Guid layer, string detail, HttpContext http, ViewerDb db, Viewers viewers, Versions versions, IAccessLog log, ILogger<ViewerModule> warn)
    {
        var cancel = http.RequestAborted;
        if (detail is not ("inteira" or "resumo") || await viewers.FindAsync(http.User, version, cancel) is null) return Results.NotFound();

        var whole = await db.Whole.AsNoTracking().SingleAsync(row => row.Id == version, cancel);
        var meshes = await versions.MeshesAsync([whole], cancel);
        if (whole.Layers.FirstOrDefault(one => one.Id == layer) is not { } found || meshes[found.MeshId] is not { State: MeshState.Ready } mesh) return Results.NotFound();

        await log.NotePreviewAsync(http, [found.FileId], cancel);
        var hash = detail == "inteira" ? mesh.FullSha256! : mesh.CoarseSha256!;
        var kept = await db.Bytes.AsNoTracking().SingleOrDefaultAsync(row => row.Sha256 == hash, cancel);
        if (kept is null || Prepared.HashOf(kept.Bytes) != hash || whole.Hash is { } promised && whole.HashWith(meshes) != promised)
        {
            warn.LogError("The version {Version} is not what it was sealed with: {Layer} is not handed out.", version, layer);
            return Results.StatusCode(StatusCodes.Status409Conflict);
        }

        http.Response.Headers.CacheControl = "private, no-cache";
        http.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        var isPacked = http.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal);
        if (isPacked) http.Response.Headers.ContentEncoding = "br";
        return Results.Bytes(isPacked ? kept.Bytes : Prepared.Unpacked(kept.Bytes), "model/gltf-binary", entityTag: new EntityTagHeaderValue($"\"{hash[..32]}{(isPacked ? "-br" : "")}\""));
    }
}
