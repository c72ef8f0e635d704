using System.IO.Compression;
using System.Security.Cryptography;

using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Percurso.Content.Caching;

/// <summary>A page's bytes in each encoding, compressed once.</summary>
sealed class RenderedPage
{
    readonly Body plain, gzip, brotli;

    public RenderedPage(byte[] html)
    {
        var tag = Convert.ToHexStringLower(SHA256.HashData(html).AsSpan(0, 12));
        plain = new(html, $"\"{tag}\"", default);
        gzip = new(Compressed(html, stream => new GZipStream(stream, CompressionLevel.SmallestSize)), $"\"{tag}-gzip\"", "gzip");
        brotli = new(Brotli(html), $"\"{tag}-br\"", "br");
    }

    /// <summary>Answers with it, in the encoding the reader takes, or with "you have it".</summary>
    public Task WriteAsync(HttpContext http)
    {
        var body = Best(http.Request.Headers.AcceptEncoding);
        var headers = http.Response.Headers;
        headers.ETag = body.Tag;
        headers.Vary = varies;
        headers.CacheControl = revalidated;
        if (http.Request.Headers.IfNoneMatch is { Count: > 0 } known && known == body.Tag)
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        headers.ContentType = html;
        if (body.Encoding.Count > 0) headers.ContentEncoding = body.Encoding;
        headers.ContentLength = body.Bytes.Length;
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : http.Response.BodyWriter.WriteAsync(body.Bytes, http.RequestAborted).AsTask();
    }

    static readonly StringValues varies = "Accept-Encoding, Cookie", revalidated = "no-cache", html = "text/html; charset=utf-8";

    Body Best(StringValues accepted)
    {
        var taken = accepted.ToString();
        return Takes(taken, "br") ? brotli : Takes(taken, "gzip") ? gzip : plain;
    }

    sealed record Body(byte[] Bytes, StringValues Tag, StringValues Encoding);

    static bool Takes(string accepted, string encoding) =>
        accepted.Contains(encoding, StringComparison.OrdinalIgnoreCase) && !accepted.Contains($"{encoding};q=0,", StringComparison.OrdinalIgnoreCase)
        && !accepted.EndsWith($"{encoding};q=0", StringComparison.OrdinalIgnoreCase);

    static byte[] Brotli(byte[] html)
    {
        var room = new byte[BrotliEncoder.GetMaxCompressedLength(html.Length)];
        return BrotliEncoder.TryCompress(html, room, out var length, quality: 9, window: 22) ? room[..length] : Compressed(html, stream => new BrotliStream(stream, CompressionLevel.Optimal));
    }

    static byte[] Compressed(byte[] html, Func<Stream, Stream> into)
    {
        using var compressed = new MemoryStream();
        using (var stream = into(compressed)) stream.Write(html);
        return compressed.ToArray();
    }
}
