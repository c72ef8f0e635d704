using AngleSharp.Html.Parser;

namespace Percurso.Testing.Mail;

/// <summary>A letter as the server got it.</summary>
/// <param name="From">The sender of the envelope.</param>
/// <param name="To">The recipients of the envelope.</param>
/// <param name="Headers">As sent, decoded; the last of several with one name.</param>
/// <param name="Text">The text part; empty when there is none.</param>
/// <param name="Html">The HTML part; empty when there is none.</param>
/// <param name="Calendar">The part for calendars; empty when there is none.</param>
public sealed record ReceivedLetter(
    string From, IReadOnlyList<string> To, IReadOnlyDictionary<string, string> Headers, string Text, string Html, string Calendar = "")
{
    public string Subject => Headers.GetValueOrDefault("Subject", "");

    public string MessageId => Headers.GetValueOrDefault("Message-ID", "");

    /// <summary>The addresses of the links, in their order.</summary>
    public IReadOnlyList<Uri> Links =>
        [.. new HtmlParser().ParseDocument(Html).QuerySelectorAll("a[href]").Select(link => new Uri(link.GetAttribute("href")!))];
}
