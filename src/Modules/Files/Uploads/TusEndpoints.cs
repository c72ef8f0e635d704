using System.Globalization;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

using Percurso.Files.Data;
using Percurso.Files.Storage;
using Percurso.Kernel.Localization;

namespace Percurso.Files.Uploads;

/// <summary>
/// The protocol's addresses: <c>/envios</c> to ask and to begin, <c>/envios/{id}</c> to go on. They are open to the framework, since whoever has
/// a link has no account; each asks <see cref="Senders"/>, and what somebody may not have is not there.
/// </summary>
static class TusEndpoints
{
    public const string Path = "/envios";

    const string Full = "O espaço para arquivos acabou. O que já chegou está guardado, e o envio continua de onde parou quando houver lugar.";

    /// <summary>A phone on a bad line counts as sending; a dead one does not.</summary>
    static readonly MinDataRate slowest = new(bytesPerSecond: 100, gracePeriod: TimeSpan.FromSeconds(30));

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods(Path, ["OPTIONS"], http => AnswerAsync(http, DescribeAsync)).AllowAnonymous();
        routes.MapMethods(Path, ["POST"], http => AnswerAsync(http, CreateAsync)).AllowAnonymous();
        routes.MapMethods($"{Path}/{{id:guid}}", ["HEAD", "PATCH", "DELETE", "POST"], http => AnswerAsync(http, GoOnAsync)).AllowAnonymous();
    }

    /// <summary>What all answers have in common; a refusal is its status and one sentence.</summary>
    static async Task AnswerAsync(HttpContext http, Func<HttpContext, Task> act)
    {
        if (http.Features.Get<IStatusCodePagesFeature>() is { } pages) pages.Enabled = false;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = null;
        if (http.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate) rate.MinDataRate = slowest;
        http.Response.Headers["Tus-Resumable"] = Tus.Version;
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            await ReachingStoreAsync(http, act);
        }
        catch (TusRefusal refusal)
        {
            http.Response.StatusCode = refusal.Status;
            if (HttpMethods.IsHead(http.Request.Method)) return;

            http.Response.ContentType = "text/plain; charset=utf-8";
            await http.Response.WriteAsync(http.RequestServices.GetRequiredService<Words>()[refusal.Words, refusal.Arguments]);
        }
    }

    /// <summary>
    /// Where the store is away, whoever sends comes again later. Programs that ask where an upload stands and get a failure of the server's begin it anew; of the
    /// protocol's answers only 423 makes them wait.
    /// </summary>
    static async Task ReachingStoreAsync(HttpContext http, Func<HttpContext, Task> act)
    {
        try
        {
            await act(http);
        }
        catch (StoreAwayException away)
        {
            http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(TusEndpoints)).LogError("What is being sent cannot be kept now. {Reason}", away.Message);
            http.Response.Headers.RetryAfter = "30";
            throw new TusRefusal(HttpMethods.IsHead(http.Request.Method) ? StatusCodes.Status423Locked : StatusCodes.Status503ServiceUnavailable,
                "Agora não alcançamos o lugar onde os arquivos ficam. O que já chegou está guardado, e o envio continua sozinho em instantes.");
        }
        catch (StoreFullException)
        {
            throw new TusRefusal(StatusCodes.Status507InsufficientStorage, Full);
        }
    }

    static async Task DescribeAsync(HttpContext http)
    {
        var limits = await http.RequestServices.GetRequiredService<CreateUpload>().LimitsAsync(http.RequestAborted);
        var headers = http.Response.Headers;
        headers["Tus-Version"] = Tus.Version;
        headers["Tus-Extension"] = Tus.Extensions;
        headers["Tus-Checksum-Algorithm"] = Tus.ChecksumAlgorithms;
        headers["Tus-Max-Size"] = Say(limits.File);
    }

    static async Task CreateAsync(HttpContext http)
    {
        var upload = await http.RequestServices.GetRequiredService<CreateUpload>().CreateAsync(http, CancellationToken.None);
        // Only whoever may send learns that their program is of another time.
        DemandVersion(http);
        var headers = http.Response.Headers;
        http.Response.StatusCode = StatusCodes.Status201Created;
        headers.Location = $"{Path}/{upload.Id}";
        headers["Upload-Expires"] = upload.ExpiresAt.ToString("R", CultureInfo.InvariantCulture);
        if (upload.Kind == UploadKind.Final || upload.Length == 0)
        {
            await using var held = await HoldAsync(http, upload.Id);
            await http.RequestServices.GetRequiredService<FinishUpload>().FinishAsync(upload.Id, CancellationToken.None);
        }
        else if (http.Request.ContentType == Tus.BodyType)
        {
            var offset = await http.RequestServices.GetRequiredService<AppendToUpload>().AppendAsync(http, upload, 0);
            headers["Upload-Offset"] = Say(offset);
        }
    }

    static async Task GoOnAsync(HttpContext http)
    {
        var services = http.RequestServices;
        var id = Guid.Parse((string)http.GetRouteValue("id")!);
        var upload = await services.GetRequiredService<FilesDb>().Uploads.SingleOrDefaultAsync(row => row.Id == id, http.RequestAborted);
        if (upload is null || !await services.GetRequiredService<Senders>().OwnsAsync(http, upload, http.RequestAborted)) throw TusRefusal.NotThere();

        DemandVersion(http);
        if (upload.FinishedAt is null && upload.ExpiresAt < services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime)
            throw new TusRefusal(StatusCodes.Status410Gone, "Este envio ficou parado tempo demais. Comece-o de novo pela página do caso.");

        var method = http.Request.Headers["X-HTTP-Method-Override"].ToString() is { Length: > 0 } instead ? instead : http.Request.Method;
        await (method.ToUpperInvariant() switch
        {
            "HEAD" => TellAsync(http, upload),
            "PATCH" => AppendAsync(http, upload),
            "DELETE" => TerminateAsync(http, upload),
            _ => throw new TusRefusal(StatusCodes.Status405MethodNotAllowed, "Este endereço só recebe bytes de um envio já começado."),
        });
    }

    static async Task TellAsync(HttpContext http, Upload upload)
    {
        var headers = http.Response.Headers;
        if (upload.Length is { } length) headers["Upload-Length"] = Say(length);
        else headers["Upload-Defer-Length"] = "1";
        if (upload.Metadata.Length > 0) headers["Upload-Metadata"] = upload.Metadata;
        if (upload.Kind != UploadKind.Whole) headers["Upload-Concat"] = upload.Kind == UploadKind.Partial ? "partial" : "final";
        headers["Upload-Expires"] = upload.ExpiresAt.ToString("R", CultureInfo.InvariantCulture);
        headers["Upload-Offset"] = Say(upload.FinishedAt is not null ? upload.Length!.Value : await http.RequestServices.GetRequiredService<AppendToUpload>().OffsetAsync(http, upload));
    }

    static async Task AppendAsync(HttpContext http, Upload upload)
    {
        if (http.Request.ContentType != Tus.BodyType)
            throw new TusRefusal(StatusCodes.Status415UnsupportedMediaType, "O programa de envio mandou os bytes com um tipo que o protocolo não conhece.");
        if (Tus.Number(http.Request, "Upload-Offset") is not { } offset)
            throw new TusRefusal(StatusCodes.Status400BadRequest, "O programa de envio não disse onde os bytes começam.");
        if (upload.Kind == UploadKind.Final) throw new TusRefusal(StatusCodes.Status403Forbidden, "Um envio em partes não recebe mais bytes depois de unido.");

        var reached = await http.RequestServices.GetRequiredService<AppendToUpload>().AppendAsync(http, upload, offset);
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        http.Response.Headers["Upload-Offset"] = Say(reached);
        http.Response.Headers["Upload-Expires"] = upload.ExpiresAt.ToString("R", CultureInfo.InvariantCulture);
    }

    static async Task TerminateAsync(HttpContext http, Upload upload)
    {
        await using var held = await HoldAsync(http, upload.Id);
        if (upload.FinishedAt is not null && upload.Kind != UploadKind.Partial)
            throw new TusRefusal(StatusCodes.Status403Forbidden, "Este arquivo já chegou inteiro. Retire-o pela página do caso.");

        http.RequestServices.GetRequiredService<RollingHashes>().Forget(upload.Id);
        await http.RequestServices.GetRequiredService<Contents>().ForgetAsync(upload.Id, CancellationToken.None);
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    internal static async Task<UploadLocks.Held> HoldAsync(HttpContext http, Guid upload) =>
        await http.RequestServices.GetRequiredService<UploadLocks>().TakeAsync(upload, http.RequestAborted)
            ?? throw new TusRefusal(StatusCodes.Status423Locked, "Outra conexão ainda está enviando este arquivo. O envio continua sozinho em instantes.");

    static void DemandVersion(HttpContext http)
    {
        if (http.Request.Headers["Tus-Resumable"] == Tus.Version) return;

        http.Response.Headers["Tus-Version"] = Tus.Version;
        throw new TusRefusal(StatusCodes.Status412PreconditionFailed, "O programa de envio fala outra versão do protocolo. Recarregue a página.");
    }

    static string Say(long number) => number.ToString(CultureInfo.InvariantCulture);
}
