using System.Text.Json;
using System.Text.Json.Nodes;

using Percurso.Content.Blocks;
using Percurso.Content.Blocks.Kinds;
using Percurso.Content.Domain.Pages;
using Percurso.Content.Texts;
using Percurso.Kernel.Settings;

namespace Percurso.Content.Publishing;

/// <summary>What search engines are told, in the words of schema.org. Written with every &lt; escaped, as inside a script element it must be.</summary>
static class StructuredData
{
    /// <param name="company">Whose site it is.</param>
    /// <param name="home">The site's address.</param>
    public static string Organisation(Company company, string home)
    {
        var about = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "Organization",
            ["name"] = company.SiteName,
            ["url"] = home,
            ["email"] = company.ContactEmail,
        };
        if (company.LegalName.Length > 0) about["legalName"] = company.LegalName;
        if (company.Phone.Length > 0) about["telephone"] = company.Phone;
        if (company.Address.Length > 0) about["address"] = company.Address.ReplaceLineEndings(", ");
        return about.ToJsonString(Escaped);
    }

    /// <summary>Null where the page answers no questions.</summary>
    public static string? Questions(PageContent content, BlockKinds kinds)
    {
        var questions = content.Blocks.Where(block => !block.Hidden).Select(kinds.Read).OfType<Faq>()
            .SelectMany(faq => faq.Items).Where(one => one.Asked.Length > 0 && one.Answer.Length > 0).ToList();
        return questions.Count == 0 ? null : new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "FAQPage",
            ["mainEntity"] = new JsonArray([.. questions.Select(one => new JsonObject
            {
                ["@type"] = "Question",
                ["name"] = one.Asked,
                ["acceptedAnswer"] = new JsonObject { ["@type"] = "Answer", ["text"] = MarkdownText.Render(one.Answer) },
            })]),
        }.ToJsonString(Escaped);
    }

    /// <summary>The key of the picture that stands for the page where people share it: the first it shows. Null where it shows none.</summary>
    public static string? Picture(PageContent content, BlockKinds kinds) =>
        content.Blocks.Where(block => !block.Hidden).Select(kinds.Read)
            .Select(block => block switch { Hero hero => hero.Picture, Blocks.Kinds.Picture picture => picture.Image, _ => null })
            .FirstOrDefault(key => key is not null);

    static readonly JsonSerializerOptions Escaped = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All) };
}
