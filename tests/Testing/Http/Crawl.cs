using System.Text.RegularExpressions;

namespace Percurso.Testing.Http;

/// <summary>Follows every link of a site, one of each kind: pages that differ only in a key or a query are one page.</summary>
public static partial class Crawl
{
    /// <summary>Every page reached, by the address it stands for: <c>/admin/mensagens/{id}</c>.</summary>
    public static async Task<IReadOnlyDictionary<string, Page>> FromAsync(Visitor visitor, params string[] starts)
    {
        var reached = new Dictionary<string, Page>();
        var waiting = new Queue<string>(starts);
        while (waiting.TryDequeue(out var path))
        {
            if (reached.ContainsKey(Kind(path))) continue;

            var page = await visitor.GetAsync(path);
            if (page.LeadsTo is { } elsewhere)
            {
                waiting.Enqueue(elsewhere);
                continue;
            }

            reached.Add(Kind(path), page);
            foreach (var link in page.Document.QuerySelectorAll("a[href^='/'], iframe[src^='/']"))
                waiting.Enqueue((link.GetAttribute("href") ?? link.GetAttribute("src"))!.Split('#')[0]);
        }

        return reached;
    }

    /// <summary>An address without its keys and query.</summary>
    public static string Kind(string path) => Key().Replace(path.Split('?')[0], "{id}");

    /// <summary>What the database calls things by, and slots, which are all of one kind.</summary>
    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<=/arquivos/)[a-z-]+(?=$|/)|(?<=/itens-de-envio/)(?!novo)[a-z-]+")]
    private static partial Regex Key();
}
