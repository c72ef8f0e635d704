using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

using Percurso.Kernel.Navigation;
using Percurso.Kernel.Security;

namespace Percurso.Theme.TagHelpers;

/// <summary>
/// <c>&lt;extension-point name="dashboard" model="…" /&gt;</c>: the partials other modules put here and this person may see,
/// in their order. Nothing where there are none.
/// </summary>
[HtmlTargetElement("extension-point", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ExtensionPointTagHelper(IEnumerable<Extension> extensions, IPermissions permissions, IHtmlHelper html) : TagHelper
{
    public required string Name { get; set; }

    /// <summary>Given to each partial; null where they need none.</summary>
    public object? Model { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var here = extensions.Where(extension => extension.Place == Name).OrderBy(extension => extension.Position).ToList();
        if (here.Count == 0) return;

        var granted = await permissions.OfAsync(ViewContext.HttpContext.User);
        ((IViewContextAware)html).Contextualize(ViewContext);
        foreach (var extension in here.Where(extension => extension.Permission is null || granted.Contains(extension.Permission)))
            output.Content.AppendHtml(await html.PartialAsync(extension.Partial, Model));
    }
}
