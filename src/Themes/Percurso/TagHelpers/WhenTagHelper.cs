using System.Globalization;

using Microsoft.AspNetCore.Razor.TagHelpers;

using Percurso.Kernel.Localization;
using Percurso.Kernel.Settings;
using Percurso.Kernel.Web;

namespace Percurso.Theme.TagHelpers;

/// <summary>
/// <c>&lt;when value="Model.SentAt" /&gt;</c>: a stored moment (UTC) as people say it, in the company's time zone and the reader's
/// language, with the full date in a tooltip. Nothing for null. With <c>since</c>, how long something has stood so: "desde
/// ontem, 14h30", and "há 5 min" within the hour.
/// </summary>
[HtmlTargetElement("when", TagStructure = TagStructure.WithoutEndTag)]
public sealed class WhenTagHelper(TimeProvider clock, ISettings settings, Words words) : TagHelper
{
    public DateTime? Value { get; set; }

    public bool Since { get; set; }

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

        var now = clock.GetUtcNow().UtcDateTime;
        var spoken = Dates.Spoken(utc, now, zone, culture);
        output.Content.Append(Since && now - utc >= TimeSpan.FromHours(1) ? words["desde {0}", spoken] : spoken);
    }
}
