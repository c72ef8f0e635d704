using System.Text.RegularExpressions;

namespace Percurso.Kernel.Brazil;

/// <summary>
/// A person's number in the Cadastro de Pessoas Físicas: nine digits and two check digits (modulo 11 with weights 10 to 2, then
/// 11 to 2, as the Receita Federal publishes them). Numbers of one digit repeated pass the sum and are never issued.
/// </summary>
public sealed partial record Cpf : Identifier<Cpf>, IIdentifier<Cpf>
{
    Cpf(string digits) : base(digits) { }

    public static string Refusal => "Este CPF não confere. São onze números, como em 529.982.247-25; copie-o do documento.";

    public static Cpf? Find(string text)
    {
        if (Shape().Match(text) is not { Success: true } match) return null;

        var digits = string.Concat(match.Groups.Values.Skip(1).Select(group => group.Value));
        return !CheckDigits.IsRepeated(digits) && CheckDigits.Of(digits[..9], highest: 11) == digits[9..] ? new(digits) : null;
    }

    public override string ToString() => $"{Value[..3]}.{Value[3..6]}.{Value[6..9]}-{Value[9..]}";

    /// <summary>For logs and lists: enough to tell two apart, too little to use.</summary>
    public string Masked => $"***.{Value[3..6]}.{Value[6..9]}-**";

    [GeneratedRegex(@"^([0-9]{3})[\s.\p{Pd}]*([0-9]{3})[\s.\p{Pd}]*([0-9]{3})[\s.\p{Pd}]*([0-9]{2})$")]
    private static partial Regex Shape();
}
