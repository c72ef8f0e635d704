using System.Net;
using System.Net.Http.Headers;
using System.Text;

using Percurso.Testing.Http;

namespace Percurso.Tests.Files;

/// <summary>The protocol spoken by hand, a request at a time, also as no good program would.</summary>
public sealed class TusClient(Visitor visitor, Guid subject, string slot, string purpose = "case")
{
    /// <summary>What the site needs to know of a file.</summary>
    public string Metadata(string name) => string.Join(',', new[] { ("purpose", purpose), ("subject", $"{subject}"), ("slot", slot), ("filename", name) }
        .Select(pair => $"{pair.Item1} {Convert.ToBase64String(Encoding.UTF8.GetBytes(pair.Item2))}"));

    public Task<HttpResponseMessage> CreateAsync(long length, string name = "arcada.stl", byte[]? body = null, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, "/envios", body is null ? null : new ByteArrayContent(body), [("Upload-Length", $"{length}"), ("Upload-Metadata", Metadata(name)), .. headers]);

    /// <summary>The address of a new upload.</summary>
    public async Task<string> BeginAsync(long length, params (string Name, string Value)[] headers)
    {
        using var answer = await CreateAsync(length, headers: headers);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    public Task<HttpResponseMessage> PatchAsync(string address, long offset, byte[] bytes, params (string Name, string Value)[] headers) =>
        PatchAsync(address, offset, new ByteArrayContent(bytes), headers);

    public Task<HttpResponseMessage> PatchAsync(string address, long offset, HttpContent content, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Patch, address, content, [("Upload-Offset", $"{offset}"), .. headers]);

    public Task<HttpResponseMessage> HeadAsync(string address) => SendAsync(HttpMethod.Head, address, null);

    public async Task<long> OffsetAsync(string address)
    {
        using var answer = await HeadAsync(address);
        return long.Parse(answer.Headers.GetValues("Upload-Offset").Single(), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <param name="method">Any.</param>
    /// <param name="address">Within the site.</param>
    /// <param name="content">Sent as the protocol's type unless it says its own.</param>
    /// <param name="headers">Those named replace the usual ones; an empty value leaves one out.</param>
    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, HttpContent? content, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, new Uri(address, UriKind.RelativeOrAbsolute)) { Content = content };
        if (content is { Headers.ContentType: null }) content.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
        foreach (var group in headers.Prepend(("Tus-Resumable", "1.0.0")).GroupBy(header => header.Item1))
            if (group.Last().Item2 is { Length: > 0 } value)
                request.Headers.TryAddWithoutValidation(group.Key, value);
        return visitor.AskAsync(request);
    }
}

/// <summary>A body whose line breaks after some bytes.</summary>
/// <param name="bytes">All that there would be.</param>
/// <param name="cut">After how many.</param>
sealed class CutContent(byte[] bytes, int cut) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(bytes.AsMemory(0, cut));
        await stream.FlushAsync();
        await Task.Delay(100);
        throw new IOException("The line broke.");
    }

    protected override bool TryComputeLength(out long length)
    {
        length = bytes.Length;
        return true;
    }
}
