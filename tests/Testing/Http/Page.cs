using System.Net;

using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Percurso.Testing.Http;

/// <summary>What the site answered to a visitor, read as a browser would.</summary>
public sealed class Page
{
    readonly Visitor visitor;

    Page(Visitor visitor, HttpResponseMessage response, string source)
    {
        (this.visitor, Source) = (visitor, source);
        Status = response.StatusCode;
        Headers = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        Path = response.RequestMessage!.RequestUri!.PathAndQuery;
        LeadsTo = response.Headers.Location is { } to ? new Uri(response.RequestMessage.RequestUri, to).PathAndQuery : null;
    }

    public HttpStatusCode Status { get; }

    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The path and query that were asked for.</summary>
    public string Path { get; }

    /// <summary>Where it redirects to, path and query; null when it does not.</summary>
    public string? LeadsTo { get; }

    /// <summary>The body as it was sent.</summary>
    public string Source { get; }

    public IHtmlDocument Document => field ??= new HtmlParser().ParseDocument(Source);

    /// <summary>All its words, with single spaces between.</summary>
    public string Text => Words(Document.Body?.TextContent);

    /// <summary>The words of the first element a CSS selector finds; empty when it finds none.</summary>
    public string TextOf(string selector) => Words(Document.QuerySelector(selector)?.TextContent);

    /// <summary>The forms a person may send, in their order.</summary>
    public IReadOnlyList<Form> Forms => [.. Document.Forms.Select(form => new Form(visitor, this, form))];

    /// <summary>The only form in sight, or the one a CSS selector finds.</summary>
    /// <exception cref="InvalidOperationException">There is none, or not only one.</exception>
    public Form Form(string selector = "main form[method=post]:not([hidden])") =>
        Document.QuerySelectorAll(selector).OfType<IHtmlFormElement>().ToList() is [var one]
            ? new(visitor, this, one)
            : throw new InvalidOperationException($"{Path} ({(int)Status}) has not exactly one {selector}. It says: {Text}");

    /// <summary>Follows a redirect.</summary>
    /// <exception cref="InvalidOperationException">It is none.</exception>
    public Task<Page> FollowAsync() => LeadsTo is { } path
        ? visitor.GetAsync(path)
        : throw new InvalidOperationException($"{Path} ({(int)Status}) leads nowhere. It says: {Text}");

    internal static async Task<Page> ReadAsync(Visitor visitor, HttpResponseMessage response)
    {
        using (response) return new(visitor, response, await response.Content.ReadAsStringAsync());
    }

    static string Words(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
