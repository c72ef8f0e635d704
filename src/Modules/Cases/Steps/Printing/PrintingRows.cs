using Percurso.Cases.Contracts;

namespace Percurso.Cases.Steps.Printing;

/// <summary>What is to be printed of an approved plan.</summary>
/// <param name="OfVersion">Of which version.</param>
/// <param name="Hash">What was approved.</param>
/// <param name="Parts">Its parts, those alone that are wanted.</param>
/// <param name="MaterialId">In Production.</param>
/// <param name="AddressId">The clinic's address; null where none was chosen.</param>
/// <param name="Service">How it goes there, as the freight table calls it.</param>
sealed record PrintWish(int OfVersion, string Hash, IReadOnlyList<WishedPart> Parts, Guid MaterialId, Guid? AddressId, string Service)
{
    public int Guides => Parts.Where(part => part.IsGuide).Sum(part => part.Quantity);

    public int Pieces => Parts.Sum(part => part.Quantity);
}

/// <param name="FileId">The mesh, in Files.</param>
/// <param name="Sha256">Lower-case hex.</param>
/// <param name="Name">As the layer is called.</param>
/// <param name="IsGuide">A guide; otherwise a model, which costs less.</param>
sealed record WishedPart(Guid FileId, string Sha256, string Name, bool IsGuide, int Quantity);

/// <summary>One line of a printing's history; both sides read it.</summary>
sealed class PrintingLine
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid PrintingId { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }
    public required DateTime At { get; init; }

    /// <summary>Empty for the site.</summary>
    public required Guid By { get; init; }
    public required PrintingMove Move { get; init; }
    public string? Words { get; init; }
    public RemakeCause? Cause { get; init; }
    public RemakePayer? Payer { get; init; }
}
