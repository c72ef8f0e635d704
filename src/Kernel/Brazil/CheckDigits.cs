namespace Percurso.Kernel.Brazil;

/// <summary>
/// The two check digits of CPF and CNPJ. Each character counts as its ASCII code less 48, so that digits are themselves and
/// letters go from A = 17 to Z = 42 (Instrução Normativa RFB 2.229/2024, Nota Técnica COCAD 49/2024).
/// </summary>
static class CheckDigits
{
    /// <param name="characters">What they check: digits and capital letters.</param>
    /// <param name="highest">Weights run from 2 upwards, leftwards from the last character, and begin again after this one.</param>
    public static string Of(string characters, int highest)
    {
        var first = Next(characters, highest);
        return $"{first}{Next(characters + (char)('0' + first), highest)}";
    }

    public static bool IsRepeated(string characters) => characters.All(character => character == characters[0]);

    static int Next(string characters, int highest)
    {
        var sum = characters.Reverse().Select((character, place) => (character - '0') * (2 + place % (highest - 1))).Sum();
        return sum % 11 is var rest and >= 2 ? 11 - rest : 0;
    }
}
