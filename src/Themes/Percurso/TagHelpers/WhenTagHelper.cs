using System.Globalization;

using Microsoft.AspNetCore.Razor.TagHelpers;

using Percurso.Kernel.Web;

namespace Percurso.Theme.TagHelpers;

/// <summary>
/// <c>&lt;when value="Model.SentAt" /&gt;</c>: a stored moment (UTC) as people say it, in the company's time zone and the reader's
/// language, with the full date in a tooltip. Nothing for null.
/// </summary>
[HtmlTargetElement("when", TagStructure = TagStructure.WithoutEndTag)]
public sealed class WhenTagHelper(TimeProvider clock, TimeZoneInfo zone) : TagHelper
{
    public DateTime? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Value is not { } utc)
        {
            output.SuppressOutput();
            return;
        }

        var culture = CultureInfo.CurrentUICulture;
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", utc.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        output.Attributes.SetAttribute("title", Dates.Full(utc, zone, culture));
        output.Content.Append(Dates.Spoken(utc, clock.GetUtcNow().UtcDateTime, zone, culture));
    }
}
