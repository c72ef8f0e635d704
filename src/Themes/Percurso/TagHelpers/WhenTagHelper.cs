using System.Globalization;

using Microsoft.AspNetCore.Razor.TagHelpers;

using Percurso.Kernel.Settings;
using Percurso.Kernel.Web;

namespace Percurso.Theme.TagHelpers;

/// <summary>
/// <c>&lt;when value="Model.SentAt" /&gt;</c>: a stored moment (UTC) as people say it, in the company's time zone and the reader's
/// language, with the full date in a tooltip. Nothing for null.
/// </summary>
[HtmlTargetElement("when", TagStructure = TagStructure.WithoutEndTag)]
public sealed class WhenTagHelper(TimeProvider clock, ISettings settings) : TagHelper
{
    public DateTime? Value { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (Value is not { } utc)
        {
            output.SuppressOutput();
            return;
        }

        var company = await settings.FindAsync<Company>(CancellationToken.None);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(company?.TimeZone ?? Company.DefaultTimeZone);
        var culture = CultureInfo.CurrentUICulture;
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", utc.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        output.Attributes.SetAttribute("title", Dates.Full(utc, zone, culture));
        output.Content.Append(Dates.Spoken(utc, clock.GetUtcNow().UtcDateTime, zone, culture));
    }
}
