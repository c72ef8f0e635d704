using System.Collections.Frozen;

using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Percurso.Theme;

/// <summary>
/// Pictures by name, out of the two files the asset build makes: <c>icons.svg</c> (of the names in <c>Assets/icons.txt</c>)
/// and <c>drawings.svg</c> (of <c>Assets/drawings/</c>). They are always beside words, so hidden from readers of the screen.
/// </summary>
static class Sprite
{
    /// <summary>The icons there are.</summary>
    public static IReadOnlySet<string> Icons { get; } = Listed();

    /// <exception cref="ArgumentException">No such icon: add its name to the list.</exception>
    public static IHtmlContent Icon(this HttpContext context, string name) =>
        Icons.Contains(name)
            ? context.Picture("icons.svg", name, "icon")
            : throw new ArgumentException($"The icon \"{name}\" is not in Assets/icons.txt.", nameof(name));

    public static IHtmlContent Drawing(this HttpContext context, string name) => context.Picture("drawings.svg", name, "drawing");

    /// <summary>The address of a file of the theme, with its fingerprint where the host knows one.</summary>
    public static string ThemeFile(this HttpContext context, string file)
    {
        var path = $"_content/Percurso.Theme/{file}";
        var assets = context.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>();
        return $"{context.Request.PathBase}/{assets?[path] ?? path}";
    }

    static TagBuilder Picture(this HttpContext context, string file, string name, string kind)
    {
        var use = new TagBuilder("use");
        use.Attributes["href"] = $"{context.ThemeFile(file)}#{name}";

        var svg = new TagBuilder("svg");
        svg.AddCssClass(kind);
        svg.Attributes["aria-hidden"] = "true";
        svg.InnerHtml.AppendHtml(use);
        return svg;
    }

    static FrozenSet<string> Listed()
    {
        using var reader = new StreamReader(typeof(Sprite).Assembly.GetManifestResourceStream("icons.txt")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#').ToFrozenSet();
    }
}
