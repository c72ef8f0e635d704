using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

using Percurso.Kernel.Security;

namespace Percurso.Theme.TagHelpers;

/// <summary>
/// <c>permission="content.read-messages"</c> on any element hides it from those who lack the permission. It only hides:
/// the page's policy is what refuses.
/// </summary>
[HtmlTargetElement("*", Attributes = "permission")]
public sealed class PermissionTagHelper(IPermissions permissions) : TagHelper
{
    public required string Permission { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    // Before all others, so that nothing of a hidden element is rendered.
    public override int Order => -1000;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var granted = await permissions.OfAsync(ViewContext.HttpContext.User);
        if (!granted.Contains(Permission)) output.SuppressOutput();
    }
}
