using Percurso.Cases.Steps.Signing;

namespace Percurso.Cases.Pages.Shared;

/// <summary>The part of a page in which something is signed: the statement in full, then who it is. Posts <c>statement</c>, <c>IsTicked</c> and <c>Proof</c>; see <see cref="Signer"/>.</summary>
/// <param name="Statement">Null where the company has not written it.</param>
/// <param name="Handler">Of the page.</param>
/// <param name="Button">What is done.</param>
sealed record SignForm(IStatement? Statement, string Handler, string Button)
{
    /// <summary>What must be ticked as well; null where nothing must.</summary>
    public string? Tick { get; init; }

    public bool IsTicked { get; init; }
}
