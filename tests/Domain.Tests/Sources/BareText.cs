using System.Reflection;
using System.Text.RegularExpressions;

using AngleSharp.Dom;
using AngleSharp.Html.Parser;

using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.Hosting;

namespace Percurso.Domain.Tests.Sources;

/// <summary>
/// Words that stand in a view as they are, so that every reader gets them in Portuguese. Read from the compiled views,
/// where Razor has already told markup from code. What is the same in all languages stands in <c>translate="no"</c>,
/// in an element with its own <c>lang</c>, or in <c>code</c>, <c>kbd</c> or <c>samp</c>.
/// </summary>
static partial class BareText
{
    const string Exempt = "script, style, code, kbd, samp, [translate=no], [lang]";

    static readonly string[] spoken =
        ["alt", "aria-description", "aria-label", "caption", "description", "heading", "hint", "label", "placeholder", "text", "title", "words"];

    /// <summary>One sentence for each text a view holds bare.</summary>
    public static IEnumerable<string> In(Assembly assembly) =>
        from view in assembly.GetCustomAttributes<RazorCompiledItemAttribute>()
        from method in MethodsOf(view.Type)
        from words in InMarkup(Markup(method)).Concat(InTagHelpers(method))
        select $"{assembly.GetName().Name}{view.Identifier} says \"{words}\" without T.";

    /// <summary>The texts and spoken attributes of literal markup.</summary>
    public static IEnumerable<string> InMarkup(string markup)
    {
        var document = new HtmlParser().ParseDocument("<body></body>");
        var root = document.CreateElement("div");
        root.InnerHtml = markup;

        var texts = root.Descendants<IText>().Where(text => text.ParentElement!.Closest(Exempt) is null).Select(text => text.Data);
        var attributes = root.QuerySelectorAll("*").Where(element => element.Closest(Exempt) is null)
            .SelectMany(element => spoken.Select(element.GetAttribute));
        return texts.Concat(attributes).OfType<string>().Select(text => text.Trim()).Where(text => Word().IsMatch(text));
    }

    static string Markup(MethodBase method)
    {
        var steps = Instructions.Of(method).ToList();
        return string.Concat(steps.Zip(steps.Skip(1))
            .Where(pair => pair is (string, MethodBase { Name: "WriteLiteral" }))
            .Select(pair => pair.First));
    }

    static IEnumerable<string> InTagHelpers(MethodBase method)
    {
        var steps = Instructions.Of(method).Where(step => step is not ConstructorInfo made || made.DeclaringType != typeof(HtmlString)).ToList();
        for (var at = 2; at < steps.Count; at++)
            if (steps[at] is ConstructorInfo { DeclaringType.Name: "TagHelperAttribute" }
                && (steps[at - 2], steps[at - 1]) is (string name, string value) && spoken.Contains(name) && Word().IsMatch(value))
                yield return value;
    }

    static IEnumerable<MethodBase> MethodsOf(Type type) =>
        [.. type.GetMethods(Declared), .. type.GetConstructors(Declared), .. type.GetNestedTypes(Declared).SelectMany(MethodsOf)];

    const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Word();
}
