using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

using Percurso.Kernel.Localization;
using Percurso.Theme.Contracts;

namespace Percurso.Theme.TagHelpers;

/// <summary>
/// <c>&lt;path-line label="Como funciona"&gt;&lt;station …/&gt;…&lt;/path-line&gt;</c>: a line with stations, upright on phones and lying where
/// there is room. <c>compact</c> keeps the marks and says only where it stands.
/// </summary>
[HtmlTargetElement("path-line")]
[RestrictChildren("station")]
public sealed class PathLineTagHelper : TagHelper
{
    /// <summary>What path this is, for those who hear the page.</summary>
    public required string Label { get; set; }

    public bool Compact { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var walk = new Walk(Compact);
        context.Items[typeof(Walk)] = walk;
        var stations = await output.GetChildContentAsync();

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Compact ? "path path-compact" : walk.Count > 5 ? "path path-long" : "path path-short");

        var line = new TagBuilder("ol");
        line.AddCssClass("path-line");
        line.Attributes["aria-label"] = Label;
        line.InnerHtml.AppendHtml(stations);
        output.Content.SetHtmlContent(line);
        if (Compact && walk.Now is not null) output.Content.AppendHtml("<p class=\"path-now\" aria-hidden=\"true\">").Append(walk.Now).AppendHtml("</p>");
    }

    internal sealed class Walk(bool compact)
    {
        public bool Compact { get; } = compact;
        public int Count { get; set; }

        /// <summary>The station where the path stands now, in words.</summary>
        public string? Now { get; set; }
    }
}

/// <summary>
/// <c>&lt;station state="Yours" title="Pagamento" href="…"&gt;one sentence&lt;/station&gt;</c>. The state is said by shape and by word.
/// </summary>
[HtmlTargetElement("station", ParentTag = "path-line")]
public sealed class StationTagHelper(Words words) : TagHelper
{
    public StationState State { get; set; }
    public required string Title { get; set; }

    /// <summary>Where the station leads; null for one that cannot be visited.</summary>
    public string? Href { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var walk = (PathLineTagHelper.Walk)context.Items[typeof(PathLineTagHelper.Walk)];
        walk.Count++;
        var isNow = State is StationState.Yours or StationState.Ours or StationState.Hold;
        if (isNow) walk.Now = $"{Title}: {StateWords}";

        var sentence = await output.GetChildContentAsync();
        output.TagName = "li";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"station station-{State.ToString().ToLowerInvariant()}");
        if (isNow) output.Attributes.SetAttribute("aria-current", "step");
        if (walk.Compact) output.Attributes.SetAttribute("title", StateWords is null ? Title : $"{Title}: {StateWords}");

        output.Content.SetHtmlContent(Mark(walk.Count));
        output.Content.AppendHtml(walk.Compact ? "<span class=\"visually-hidden\">" : "<div class=\"station-body\">");
        output.Content.AppendHtml(Heading());
        if (StateWords is { } state) output.Content.AppendHtml(" <span class=\"station-state\">").Append(state).AppendHtml("</span>");
        if (!walk.Compact && !sentence.IsEmptyOrWhiteSpace)
            output.Content.AppendHtml("<p class=\"station-words\">").AppendHtml(sentence).AppendHtml("</p>");
        output.Content.AppendHtml(walk.Compact ? "</span>" : "</div>");
    }

    string? StateWords => State switch
    {
        StationState.Done => words["Concluída"].Value,
        StationState.Yours => words["Sua vez"].Value,
        StationState.Ours => words["Com a gente"].Value,
        StationState.Locked => words["Ainda fechada"].Value,
        StationState.Hold => words["Em espera"].Value,
        _ => null,
    };

    TagBuilder Mark(int number)
    {
        var mark = new TagBuilder("span");
        mark.AddCssClass("station-mark");
        mark.Attributes["aria-hidden"] = "true";
        mark.InnerHtml.AppendHtml(State switch
        {
            StationState.Done => ViewContext.HttpContext.Icon("check"),
            StationState.Hold => ViewContext.HttpContext.Icon("player-pause"),
            _ => new HtmlContentBuilder().Append($"{number}"),
        });
        return mark;
    }

    TagBuilder Heading()
    {
        var heading = new TagBuilder(Href is null ? "span" : "a");
        heading.AddCssClass("station-title");
        if (Href is not null) heading.Attributes["href"] = Href;
        heading.InnerHtml.Append(Title);
        return heading;
    }
}
