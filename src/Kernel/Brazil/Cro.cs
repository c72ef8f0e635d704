using System.Text.RegularExpressions;

namespace Percurso.Kernel.Brazil;

/// <summary>What a Conselho Regional de Odontologia registers: professions, then kinds of establishment.</summary>
public enum CroCategory
{
    /// <summary>Cirurgião-dentista.</summary>
    CD,

    /// <summary>Técnico em prótese dentária.</summary>
    TPD,

    /// <summary>Técnico em saúde bucal.</summary>
    TSB,

    /// <summary>Auxiliar em saúde bucal.</summary>
    ASB,

    /// <summary>Auxiliar de prótese dentária.</summary>
    APD,

    /// <summary>Entidade prestadora de assistência odontológica.</summary>
    EPAO,

    /// <summary>Laboratório de prótese.</summary>
    LB,

    /// <summary>Empresa de produtos odontológicos.</summary>
    EPO,
}

/// <summary>
/// A registration with one of the 27 regional councils of dentistry: category, number and UF. The councils publish neither a
/// format nor a check digit, so that only the shape can be looked at here; whether it exists, a person finds out in the Conselho
/// Federal's public search. Kept as <c>SP-CD-12345</c>; without a category a dentist (CD) is meant.
/// </summary>
public sealed partial record Cro : Identifier<Cro>, IIdentifier<Cro>
{
    const int MostDigits = 7;

    Cro(Uf uf, CroCategory category, string number) : base($"{uf}-{category}-{number}") => (Uf, Category, Number) = (uf, category, number);

    public static string Refusal => "Este CRO não está completo. Escreva a UF e o número, como em CRO-SP 12345.";

    public Uf Uf { get; }

    public CroCategory Category { get; }

    /// <summary>Digits, without zeros before them.</summary>
    public string Number { get; }

    /// <summary>The parts may come in any order: <c>CRO-SP 12345</c>, <c>12.345/SP</c>, <c>CRO/MG-TPD-77</c>.</summary>
    public static Cro? Find(string text)
    {
        if (!Shape().IsMatch(text)) return null;

        var number = string.Concat(Digits().Matches(text).Select(run => run.Value)).TrimStart('0');
        var words = Words().Matches(text.ToUpperInvariant()).Select(word => word.Value).ToList();
        var ufs = words.Select(Uf.Find).OfType<Uf>().ToList();
        var categories = words.Where(word => Enum.IsDefined(typeof(CroCategory), word)).Select(Enum.Parse<CroCategory>).ToList();

        return number.Length is > 0 and <= MostDigits && ufs is [var uf] && categories.Count <= 1 && words.Count == 1 + categories.Count
            ? new(uf, categories.FirstOrDefault(CroCategory.CD), number)
            : null;
    }

    public override string ToString() => $"CRO-{Uf} {Category} {Number}";

    /// <summary>Letters and one number, whose digits only points part.</summary>
    [GeneratedRegex(@"^[A-Za-z\s/\p{Pd}]*[0-9][0-9.]*[A-Za-z\s/\p{Pd}]*$")]
    private static partial Regex Shape();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();

    /// <summary>All but the word CRO, which may stand against the UF.</summary>
    [GeneratedRegex("(?<=(?<![A-Z])(CRO)?)(?!CRO)[A-Z]+")]
    private static partial Regex Words();
}
