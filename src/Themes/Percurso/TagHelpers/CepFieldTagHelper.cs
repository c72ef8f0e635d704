using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

using Percurso.Kernel.Localization;

namespace Percurso.Theme.TagHelpers;

/// <summary>
/// <c>&lt;cep-field city-for="Input.City" uf-for="Input.Uf"&gt;&lt;field asp-for="Input.Cep" … /&gt;&lt;/cep-field&gt;</c>: when the field
/// inside holds a whole CEP, the named fields are filled, unless somebody has typed into them. Only for those signed in.
/// </summary>
[HtmlTargetElement("cep-field")]
public sealed class CepFieldTagHelper(Words words) : TagHelper
{
    public ModelExpression? StreetFor { get; set; }
    public ModelExpression? DistrictFor { get; set; }
    public ModelExpression? CityFor { get; set; }
    public ModelExpression? UfFor { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Lead(output, "street", StreetFor);
        Lead(output, "district", DistrictFor);
        Lead(output, "city", CityFor);
        Lead(output, "uf", UfFor);
        // The script puts what it filled into the gap.
        output.Attributes.SetAttribute("data-filled", words["Preenchemos pelo CEP: {0}."].Value);
        output.Attributes.SetAttribute("data-unknown", words["Não conhecemos este CEP. Confira os números, ou escreva o endereço."].Value);
        output.PostContent.AppendHtml("<p class=\"field-hint\" role=\"status\"></p>");
    }

    void Lead(TagHelperOutput output, string part, ModelExpression? field)
    {
        if (field is null) return;

        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(field.Name);
        output.Attributes.SetAttribute(part, TagBuilder.CreateSanitizedId(name, "_"));
    }
}
