namespace Percurso.Tests.Forms;

/// <summary>Something a person, or a program that means no good, may put into a field.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Text">What is sent.</param>
/// <param name="IsRefused">Whether no field of writing may take it; otherwise the form may take it or say why not.</param>
public sealed record Nasty(string Name, string Text, bool IsRefused)
{
    /// <summary>The mark by which markup that was not escaped is found again on any page.</summary>
    public const string Mark = "percurso-nasty";

    public static IReadOnlyList<Nasty> All { get; } =
    [
        new("nothing", "", false),
        new("far too much", new('a', 100_000), true),
        new("other alphabets and an emoji", "Здравствуйте, 你好, مرحبا 👩🏽‍⚕️🦷", false),
        new("HTML", $"</textarea></title><script>'{Mark}'</script><img src=x {Mark} onerror=alert(1)>", false),
        new("a NUL", "an\0a", true),
    ];
}
