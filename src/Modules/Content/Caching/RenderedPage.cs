using System.IO.Compression;
using System.Security.Cryptography;

using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Percurso.Content.Caching;

/// <summary>A page's bytes in each encoding, compressed once.</summary>
sealed class RenderedPage
{
    readonly byte[] plain, gzip, brotli;
    readonly string tag;

    public RenderedPage(byte[] html)
    {
        (plain, gzip, brotli) = (html, Compressed(html, stream => new GZipStream(stream, CompressionLevel.SmallestSize)), Brotli(html));
        tag = Convert.ToHexStringLower(SHA256.HashData(html).AsSpan(0, 12));
    }

    /// <summary>Answers with it, in the encoding the reader takes, or with "you have it".</summary>
    public async Task WriteAsync(HttpContext http)
    {
        var (name, bytes) = Best(http.Request.Headers.AcceptEncoding);
        var etag = $"\"{tag}-{name}\"";
        var headers = http.Response.Headers;
        headers.ETag = etag;
        headers.Vary = "Accept-Encoding, Cookie";
        headers.CacheControl = "no-cache";
        if (http.Request.Headers.IfNoneMatch == etag)
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        headers.ContentType = "text/html; charset=utf-8";
        if (name != "id") headers.ContentEncoding = name;
        headers.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(http.Request.Method)) await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    (string Name, byte[] Bytes) Best(StringValues accepted)
    {
        var taken = accepted.ToString();
        return Takes(taken, "br") ? ("br", brotli) : Takes(taken, "gzip") ? ("gzip", gzip) : ("id", plain);
    }

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
