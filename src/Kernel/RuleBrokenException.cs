namespace Percurso.Kernel;

/// <summary>
/// A rule of the product refuses what a person asked for. Thrown by the domain before anything has changed; the page shows
/// the words in the person's language and keeps what was typed.
/// </summary>
/// <param name="words">One sentence in Portuguese that says what is wrong and what to do; <c>{0}</c> stands for an argument.</param>
/// <param name="arguments">What fills the sentence. Never health data: the sentence may be logged.</param>
public sealed class RuleBrokenException(string words, params object[] arguments)
    : Exception(string.Format(System.Globalization.CultureInfo.InvariantCulture, words, arguments))
{
    /// <summary>The sentence as the source has it, which is its key in the translations.</summary>
    public string Words { get; } = words;

    /// <summary>The field of the form it is about, as the form names it: the sentence then stands beside it too.</summary>
    public string Field { get; init; } = "";

    public IReadOnlyList<object> Arguments { get; } = arguments;
}
