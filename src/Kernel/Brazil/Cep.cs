using System.Text.RegularExpressions;

namespace Percurso.Kernel.Brazil;

/// <summary>
/// A code of the Correios for a street, a large building or a town: eight digits without a check digit. None lies below
/// 01000-000, where the first city's begin.
/// </summary>
public sealed partial record Cep : Identifier<Cep>, IIdentifier<Cep>
{
    Cep(string digits) : base(digits) { }

    public static string Refusal => "Este CEP não está completo. São oito números, como em 01001-000.";

    /// <summary>Its place in the order of all.</summary>
    internal int Number => int.Parse(Value, System.Globalization.CultureInfo.InvariantCulture);

    public static Cep? Find(string text) =>
        Shape().Match(text) is { Success: true } match && string.Concat(match.Groups.Values.Skip(1).Select(group => group.Value)) is var digits
        && string.CompareOrdinal(digits, "01000000") >= 0 ? new(digits) : null;

    public override string ToString() => $"{Value[..5]}-{Value[5..]}";

    /// <summary>For logs and lists: the quarter without the street.</summary>
    public string Masked => $"{Value[..5]}-***";

    [GeneratedRegex(@"^([0-9]{2})\.?([0-9]{3})[\s\p{Pd}]*([0-9]{3})$")]
    private static partial Regex Shape();
}
