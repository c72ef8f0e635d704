using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Percurso.Testing.Http;

/// <summary>A form of a page, filled as a person would fill it and sent with everything it hides, the antiforgery token too.</summary>
public sealed class Form
{
    readonly Visitor visitor;
    readonly IHtmlFormElement element;
    readonly Dictionary<string, string> filled = [];

    internal Form(Visitor visitor, Page page, IHtmlFormElement element) =>
        (this.visitor, Page, this.element) = (visitor, page, element);

    /// <summary>The page it stands on.</summary>
    public Page Page { get; }

    /// <summary>Path and query it is sent to.</summary>
    public string Action => element.GetAttribute("action") is { Length: > 0 } action ? action : Page.Path;

    public bool Posts => string.Equals(element.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase);

    /// <summary>What a person may fill, hidden fields too; a set of radio buttons is one.</summary>
    public IReadOnlyList<Field> Fields => [.. Controls.GroupBy(control => control.GetAttribute("name")!)
        .Select(same => new Field(same.Key, TypeOf(same.First()), OptionsOf(same), SentenceBeside(same.First())))];

    /// <summary>What a field holds now.</summary>
    public string? ValueOf(string name) => Values().FirstOrDefault(value => value.Key == name).Value;

    /// <summary>Writes into a field, chooses an option, or ticks a box (its value, or empty to clear it).</summary>
    /// <exception cref="InvalidOperationException">The form has no such field.</exception>
    public Form Fill(string name, string value)
    {
        if (!Controls.Any(control => control.GetAttribute("name") == name))
            throw new InvalidOperationException($"The form on {Page.Path} has no field {name}, only {string.Join(", ", Controls.Select(control => control.GetAttribute("name")))}.");

        filled[name] = value;
        return this;
    }

    /// <summary>Sends it by its first button, or by the one with these words.</summary>
    public Task<Page> SendAsync(string? button = null)
    {
        var pressed = element.QuerySelectorAll("button:not([type=button]), input[type=submit]")
            .FirstOrDefault(candidate => button is null || candidate.TextContent.Contains(button, StringComparison.Ordinal));
        var values = Values().ToList();
        if (pressed?.GetAttribute("name") is { Length: > 0 } name) values.Add(KeyValuePair.Create(name, pressed.GetAttribute("value") ?? ""));
        return visitor.SendAsync(Posts ? HttpMethod.Post : HttpMethod.Get, pressed?.GetAttribute("formaction") ?? Action, values);
    }

    /// <summary>Sends it with files in its file field.</summary>
    public Task<Page> UploadAsync(params IReadOnlyList<(string Name, byte[] Bytes)> files) =>
        visitor.UploadAsync(Action, Values(), element.QuerySelector("input[type=file]")!.GetAttribute("name")!, files);

    IEnumerable<IElement> Controls => element.Elements.Where(control =>
        control is IHtmlInputElement or IHtmlSelectElement or IHtmlTextAreaElement
        && !string.IsNullOrEmpty(control.GetAttribute("name")) && !control.HasAttribute("disabled"));

    IEnumerable<KeyValuePair<string, string>> Values()
    {
        foreach (var control in Controls)
        {
            var name = control.GetAttribute("name")!;
            if (filled.TryGetValue(name, out var own))
            {
                if (TypeOf(control) != "radio" || control.GetAttribute("value") == own) yield return KeyValuePair.Create(name, own);
            }
            else if (Offered(control) is { } value) yield return KeyValuePair.Create(name, value);
        }
    }

    /// <summary>What a browser would send for a control nobody touched; null for nothing.</summary>
    static string? Offered(IElement control) => control switch
    {
        IHtmlSelectElement select => select.Value,
        IHtmlTextAreaElement text => text.Value,
        IHtmlInputElement { IsChecked: false } when TypeOf(control) is "checkbox" or "radio" => null,
        IHtmlInputElement when TypeOf(control) is "submit" or "button" or "image" or "file" or "reset" => null,
        IHtmlInputElement input => input.GetAttribute("value") ?? (TypeOf(control) is "checkbox" or "radio" ? "on" : ""),
        _ => null,
    };

    static string[] OptionsOf(IEnumerable<IElement> same) =>
        [.. same.SelectMany(control => control is IHtmlSelectElement select ? select.Options.Select(option => option.Value)
            : TypeOf(control) is "radio" or "checkbox" ? [control.GetAttribute("value") ?? "on"]
            : Enumerable.Empty<string>())];

    string SentenceBeside(IElement control) => control.HasAttribute("aria-invalid")
        ? string.Join(' ', (control.GetAttribute("aria-describedby") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(id => id.EndsWith("-error", StringComparison.Ordinal)).Select(id => Page.TextOf("#" + id)))
        : "";

    static string TypeOf(IElement control) => control switch
    {
        IHtmlSelectElement => "select",
        IHtmlTextAreaElement => "textarea",
        _ => (control.GetAttribute("type") ?? "text").ToLowerInvariant(),
    };
}

/// <summary>One field of a form.</summary>
/// <param name="Name">It is sent under this.</param>
/// <param name="Type"><c>text</c>, <c>email</c>, <c>textarea</c>, <c>select</c>, <c>radio</c>, <c>hidden</c>…</param>
/// <param name="Options">What a select, a set of radio buttons or a box offers.</param>
/// <param name="Sentence">What stands beside it after a refused post; empty when nothing does.</param>
public sealed record Field(string Name, string Type, IReadOnlyList<string> Options, string Sentence)
{
    /// <summary>Whether a person writes into it, as opposed to choosing.</summary>
    public bool IsWritten => Type is not ("hidden" or "checkbox" or "radio" or "select" or "file" or "submit" or "button" or "reset" or "image");
}
