using System.Collections.Concurrent;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Primitives;

using Npgsql;

using Percurso.Accounts.Contracts;

namespace Percurso.Content.Caching;

/// <summary>
/// Answers with pages that were rendered before, ahead of everything else the host does. A page says the same to everybody but for the colours
/// a reader chose and whether there is a session cookie (not whose); so these, and the address, are what it is kept under. Whatever visitors may see
/// moves the edition in the database, and all that was kept under another edition is forgotten.
/// </summary>
sealed class KeptPages(EditionLease lease) : IStartupFilter
{
    /// <summary>Headers that belong to one answer and not to the page.</summary>
    static readonly HashSet<string> ofTheAnswer = new(StringComparer.OrdinalIgnoreCase)
        { "Content-Length", "Content-Encoding", "Content-Type", "Transfer-Encoding", "Date", "ETag", "Vary", "Cache-Control", "Connection" };

    readonly ConcurrentDictionary<Key, Kept> pages = new();

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((http, rest) =>
            HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) ? ReadAsync(http, rest)
            : http.Request.Path.StartsWithSegments("/admin") ? ChangeAsync(http, rest)
            : rest(http));
        next(app);
    };

    async Task ReadAsync(HttpContext http, RequestDelegate rest)
    {
        if (Key.Of(http) is not { } key || await EditionAsync() is not { } edition)
        {
            await rest(http);
            return;
        }

        if (pages.TryGetValue(key, out var kept) && kept.Edition == edition)
        {
            foreach (var (name, value) in kept.Headers) http.Response.Headers[name] = value;
            await kept.Page.WriteAsync(http);
            return;
        }

        var keep = new PageToKeep();
        http.Features.Set(keep);
        await rest(http);
        if (keep.Page is not null && !http.Response.Headers.ContainsKey("Set-Cookie")) Keep(key, new(edition, keep.Page, HeadersOf(http.Response)));
    }

    /// <summary>Somebody of the staff changes something: if visitors may see it, the answer waits until every node does.</summary>
    async Task ChangeAsync(HttpContext http, RequestDelegate rest)
    {
        if (await EditionAsync() is { } before)
            http.Response.OnStarting(async () =>
            {
                if (await lease.NowAsync() != before) await Task.Delay(EditionLease.Trust);
            });
        await rest(http);
    }

    void Keep(Key key, Kept page)
    {
        foreach (var (old, kept) in pages)
            if (kept.Edition < page.Edition) pages.TryRemove(KeyValuePair.Create(old, kept));
        pages.AddOrUpdate(key, page, (_, there) => there.Edition > page.Edition ? there : page);
    }

    /// <summary>Null while the database does not answer, or has no pages yet.</summary>
    async ValueTask<long?> EditionAsync()
    {
        try
        {
            return await lease.CurrentAsync();
        }
        catch (NpgsqlException)
        {
            return null;
        }
    }

    static KeyValuePair<string, StringValues>[] HeadersOf(HttpResponse response) =>
        [.. response.Headers.Where(header => !ofTheAnswer.Contains(header.Key))];

    sealed record Kept(long Edition, RenderedPage Page, KeyValuePair<string, StringValues>[] Headers);

    /// <param name="IsSecure">The browser is then told to stay so.</param>
    readonly record struct Key(string Path, string Theme, bool HasSession, bool IsSecure)
    {
        /// <summary>Null for a request whose answer is its own: with a query, or with a sentence that waits to be shown.</summary>
        public static Key? Of(HttpContext http)
        {
            var request = http.Request;
            if (request.QueryString.HasValue) return null;

            var path = request.Path.Value ?? "/";
            var isSecure = request.IsHttps || request.Headers["X-Forwarded-Proto"] == "https";
            var cookies = request.Headers.Cookie.ToString();
            if (cookies.Length == 0) return new(path, "", false, isSecure);
            if (Holds(cookies, CookieTempDataProvider.CookieName)) return null;

            return new(path, Holds(cookies, "theme") ? request.Cookies["theme"] is "light" or "dark" ? request.Cookies["theme"]! : "" : "", Holds(cookies, SessionCookie.Name), isSecure);
        }

        /// <summary>Whether a cookie of this name came; at worst one whose name ends so, which only keeps a page once more.</summary>
        static bool Holds(string cookies, string name)
        {
            var at = cookies.IndexOf(name, StringComparison.Ordinal);
            return at >= 0 && at + name.Length < cookies.Length && cookies[at + name.Length] == '=';
        }
    }
}
