namespace Percurso.Kernel.Brazil;

/// <summary>
/// A state, or the Federal District, by its two letters (unidade da Federação; Constituição, art. 18, and the table of the IBGE).
/// Their councils of dentistry bear the same letters.
/// </summary>
public sealed record Uf : Identifier<Uf>, IIdentifier<Uf>
{
    static readonly Dictionary<string, Uf> byLetters = new[]
    {
        new Uf("AC", "Acre"), new("AL", "Alagoas"), new("AM", "Amazonas"), new("AP", "Amapá"), new("BA", "Bahia"), new("CE", "Ceará"),
        new("DF", "Distrito Federal"), new("ES", "Espírito Santo"), new("GO", "Goiás"), new("MA", "Maranhão"), new("MG", "Minas Gerais"),
        new("MS", "Mato Grosso do Sul"), new("MT", "Mato Grosso"), new("PA", "Pará"), new("PB", "Paraíba"), new("PE", "Pernambuco"),
        new("PI", "Piauí"), new("PR", "Paraná"), new("RJ", "Rio de Janeiro"), new("RN", "Rio Grande do Norte"), new("RO", "Rondônia"),
        new("RR", "Roraima"), new("RS", "Rio Grande do Sul"), new("SC", "Santa Catarina"), new("SE", "Sergipe"), new("SP", "São Paulo"),
        new("TO", "Tocantins"),
    }.ToDictionary(uf => uf.Value);

    Uf(string letters, string name) : base(letters) => Name = name;

    /// <summary>The 27, in the order of their letters.</summary>
    public static IReadOnlyCollection<Uf> All => byLetters.Values;

    public static string Refusal => "Esta UF não existe. Escolha um dos 26 estados ou o Distrito Federal, como em SP.";

    /// <summary>As its people call it, whatever language is read.</summary>
    public string Name { get; }

    public static Uf? Find(string text) => byLetters.GetValueOrDefault(text.ToUpperInvariant());

    public override string ToString() => Value;
}
