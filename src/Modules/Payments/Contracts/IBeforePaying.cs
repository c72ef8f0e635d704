namespace Percurso.Payments.Contracts;

/// <summary>
/// What must be known before a clinic's first payment, contributed by the modules that need it: the checkout shows what is
/// missing and where to fill it in, and payment does not begin without.
/// </summary>
public interface IBeforePaying
{
    /// <param name="clinic">Which pays.</param>
    /// <param name="payer">The account of whoever does it for the clinic.</param>
    /// <param name="cancel">Stops asking.</param>
    /// <returns>Null when nothing is missing.</returns>
    Task<MissingBeforePaying?> MissingAsync(Guid clinic, Guid payer, CancellationToken cancel);
}

/// <summary>Something missing.</summary>
/// <param name="Words">The sentence, in the reader's language.</param>
/// <param name="Path">The page on which it is filled in; it is given the way back as <c>voltar</c>. Null when the reader cannot do it.</param>
public sealed record MissingBeforePaying(string Words, string? Path);
