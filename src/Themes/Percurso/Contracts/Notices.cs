using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Percurso.Theme.Contracts;

/// <summary>
/// A sentence for the next page, after a redirect: <c>TempData.Confirm(T["Convite enviado."])</c>. The layouts show it
/// above the page's content.
/// </summary>
public static class Notices
{
    internal const string Key = "notice";

    /// <summary>What was asked for has happened.</summary>
    public static void Confirm(this ITempDataDictionary next, string sentence) => next.Say(Kind.Ok, sentence);

    /// <summary>It has happened, and there is something to know.</summary>
    public static void Warn(this ITempDataDictionary next, string sentence) => next.Say(Kind.Warn, sentence);

    /// <summary>It has not happened; the sentence says why and what to do.</summary>
    public static void Refuse(this ITempDataDictionary next, string sentence) => next.Say(Kind.Bad, sentence);

    static void Say(this ITempDataDictionary next, Kind kind, string sentence) => next[Key] = new[] { kind.ToString(), sentence };
}
