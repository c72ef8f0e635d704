using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;

using Percurso.Kernel.Security;
using Percurso.Payments.Charging;
using Percurso.Payments.Data;
using Percurso.Payments.Pages.Payments;

namespace Percurso.Payments.TagHelpers;

/// <summary>
/// <c>&lt;checkout charge="@id" back="/casos/2026-0042" /&gt;</c>: a charge with the forms that pay it, on somebody else's page.
/// Whoever embeds it has seen that the reader may pay, and links <c>payments.css</c> and <c>payments.js</c>.
/// </summary>
[HtmlTargetElement("checkout", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CheckoutTagHelper(IHtmlHelper html) : TagHelper
{
    public Guid Charge { get; set; }

    /// <summary>The path that people are led back to after each form.</summary>
    public required string Back { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var services = ViewContext.HttpContext.RequestServices;
        var shown = await CheckoutView.OfAsync(
            Charge, ViewContext.HttpContext.User.AccountId(), services.GetRequiredService<PaymentsDb>(), services.GetRequiredService<Purses>(), services.GetRequiredService<BeginPayment>(), ViewContext.HttpContext.RequestAborted);
        if (shown is null) return;

        ((IViewContextAware)html).Contextualize(ViewContext);
        output.Content.SetHtmlContent(await html.PartialAsync("/Pages/Payments/_Checkout.cshtml", shown with { Back = Back }));
    }
}
