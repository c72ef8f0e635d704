namespace Percurso.Files.Checks;

/// <summary>Something worth knowing of a file that is neither good nor bad, such as its number of slices.</summary>
/// <param name="Kind">The key of a <see cref="FactKind"/>.</param>
/// <param name="Numbers">What fills the gaps of its sentence, in order.</param>
sealed record Fact(string Kind, IReadOnlyList<double> Numbers)
{
    public object[] Values => [.. Numbers.Cast<object>()];
}

/// <summary>A kind of fact, with its words.</summary>
/// <param name="Key">As it is stored.</param>
/// <param name="Words">In Portuguese, the key of its translations; <c>{0}</c> and on are numbers.</param>
sealed record FactKind(string Key, string Words)
{
    public Fact Of(params double[] numbers) => new(Key, numbers);
}
