namespace Percurso.Testing.Http;

/// <summary>
/// Somebody at a browser of their own: keeps cookies, follows no redirect by itself, says which language they read.
/// </summary>
public sealed class Visitor(HttpClient http)
{
    /// <summary>What they read, as <c>Accept-Language</c> has it.</summary>
    public string Language { get; init; } = "pt-BR";

    /// <summary>Headers that go with every request.</summary>
    public Dictionary<string, string> Headers { get; } = [];

    public Task<Page> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    /// <summary>Posts fields that stand on no form: what a stranger might try. With a form, fill and send that.</summary>
    public Task<Page> PostAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync(HttpMethod.Post, path, fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    /// <summary>A file, as its bytes.</summary>
    public Task<byte[]> DownloadAsync(string path) => http.GetByteArrayAsync(new Uri(path, UriKind.Relative));

    /// <summary>A file, with what was said about it.</summary>
    public Task<HttpResponseMessage> FetchAsync(string path, string? range = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (range is not null) request.Headers.TryAddWithoutValidation("Range", range);
        return http.SendAsync(request);
    }

    /// <summary>Any request, with what was said to it: for protocols that are no pages.</summary>
    public Task<HttpResponseMessage> AskAsync(HttpRequestMessage request, CancellationToken cancel = default)
    {
        request.Headers.AcceptLanguage.ParseAdd(Language);
        return http.SendAsync(request, cancel);
    }

    /// <summary>Posts a form that holds files, as a browser sends it.</summary>
    public async Task<Page> UploadAsync(string path, IEnumerable<KeyValuePair<string, string>> fields, string field, params IReadOnlyList<(string Name, byte[] Bytes)> files)
    {
        using var body = new MultipartFormDataContent();
        foreach (var (name, value) in fields) body.Add(new StringContent(value), name);
        foreach (var (name, bytes) in files) body.Add(new ByteArrayContent(bytes), field, name);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body };
        request.Headers.AcceptLanguage.ParseAdd(Language);
        return await Page.ReadAsync(this, await http.SendAsync(request));
    }

    /// <param name="method">Any verb.</param>
    /// <param name="path">Path and query.</param>
    /// <param name="fields">In the query of a GET, otherwise in the body.</param>
    public async Task<Page> SendAsync(HttpMethod method, string path, IEnumerable<KeyValuePair<string, string>>? fields = null)
    {
        using var content = fields is null ? null : new FormUrlEncodedContent(fields);
        var inQuery = content is not null && method == HttpMethod.Get ? path.Split('?')[0] + "?" + await content.ReadAsStringAsync() : path;
        using var request = new HttpRequestMessage(method, inQuery);
        if (method != HttpMethod.Get) request.Content = content;
        request.Headers.AcceptLanguage.ParseAdd(Language);
        request.Headers.Accept.ParseAdd("text/html");
        foreach (var (name, value) in Headers) request.Headers.Add(name, value);
        return await Page.ReadAsync(this, await http.SendAsync(request));
    }
}
