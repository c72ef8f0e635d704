namespace Percurso.Clinics.Contracts;

/// <summary>A clinic in which somebody works.</summary>
/// <param name="Id">The clinic.</param>
/// <param name="Name">Its name.</param>
/// <param name="AsDentist">Whether they are a dentist there; otherwise an assistant.</param>
/// <param name="IsChosen">Whether it is the one they work for now; of several always exactly one.</param>
public sealed record Workplace(Guid Id, string Name, bool AsDentist, bool IsChosen);

/// <summary>Where people work: the clinics of a person, and the one chosen for now.</summary>
public interface IWorkplaces
{
    /// <summary>In the order of their names; empty for who works in none.</summary>
    Task<IReadOnlyList<Workplace>> OfAsync(Guid account, CancellationToken cancel);
}
