using System.Text.RegularExpressions;

namespace Percurso.Kernel.Brazil;

/// <summary>
/// An establishment's number in the Cadastro Nacional da Pessoa Jurídica: twelve characters and two check digits. Since July 2026
/// the twelve may hold letters (Instrução Normativa RFB 2.229/2024); numbers issued before stay as they are. The Receita is
/// said to issue no I, O, Q or F; its schemas take every letter, and so do we.
/// </summary>
public sealed partial record Cnpj : Identifier<Cnpj>, IIdentifier<Cnpj>
{
    Cnpj(string characters) : base(characters) { }

    public static string Refusal => "Este CNPJ não confere. São catorze números ou letras, como em 12.ABC.345/01DE-35; copie-o do cartão CNPJ.";

    public static Cnpj? Find(string text)
    {
        if (Shape().Match(text) is not { Success: true } match) return null;

        var characters = string.Concat(match.Groups.Values.Skip(1).Select(group => group.Value)).ToUpperInvariant();
        return !CheckDigits.IsRepeated(characters) && CheckDigits.Of(characters[..12], highest: 9) == characters[12..] ? new(characters) : null;
    }

    public override string ToString() => $"{Value[..2]}.{Value[2..5]}.{Value[5..8]}/{Value[8..12]}-{Value[12..]}";

    /// <summary>For logs and lists: a practice of one is a person.</summary>
    public string Masked => $"**.{Value[2..5]}.{Value[5..8]}/****-**";

    [GeneratedRegex(@"^([0-9A-Za-z]{2})[\s.\p{Pd}]*([0-9A-Za-z]{3})[\s.\p{Pd}]*([0-9A-Za-z]{3})[\s./\p{Pd}]*([0-9A-Za-z]{4})[\s.\p{Pd}]*([0-9]{2})$")]
    private static partial Regex Shape();
}
