namespace Percurso.Production.Contracts;

/// <summary>Something to be printed.</summary>
/// <param name="Name">What it is called: a layer's name.</param>
/// <param name="FileId">The mesh, in Files.</param>
/// <param name="Sha256">Of the mesh, lower-case hex: what was approved, and nothing else.</param>
/// <param name="Quantity">How many, at least one.</param>
public sealed record PrintPart(string Name, Guid FileId, string Sha256, int Quantity);

/// <summary>Where it goes.</summary>
/// <param name="Name">How the clinic calls the address.</param>
/// <param name="FirstLine">Street and number.</param>
/// <param name="SecondLine">District, city, UF and CEP.</param>
/// <param name="Service">How, as the freight table calls it.</param>
public sealed record PrintAddress(string Name, string FirstLine, string SecondLine, string Service);

/// <summary>An order to print. Production knows nothing of what it is for but purpose and subject.</summary>
/// <param name="Purpose">Of the module that asks, <c>printing</c>.</param>
/// <param name="SubjectId">What it is for.</param>
/// <param name="Title">What people call it by, <c>2026-0042</c>; on labels and notes, so nothing of health.</param>
/// <param name="Initials">Of the patient: all that a label says of them.</param>
/// <param name="For">Who receives it: the clinic's name.</param>
/// <param name="MaterialId">Of which all parts are printed.</param>
/// <param name="Parts">What is printed.</param>
/// <param name="To">Where it goes.</param>
/// <param name="DueOn">The day on which it should be sent; null without one.</param>
/// <param name="Path">The page inside the site that it comes from.</param>
/// <param name="PlacedBy">The account that ordered it.</param>
/// <param name="IsAgain">Whether it takes the place of an earlier one.</param>
public sealed record NewPrintOrder(
    string Purpose, Guid SubjectId, string Title, string Initials, string For, Guid MaterialId, IReadOnlyList<PrintPart> Parts, PrintAddress To,
    DateOnly? DueOn, string Path, Guid PlacedBy, bool IsAgain);

/// <summary>An order as other modules see it.</summary>
/// <param name="Number">From 1 within its subject.</param>
/// <param name="Lot">The lot of resin it was last printed from, and until when that may be used; null before.</param>
/// <param name="MovedBy">The account that moved it last.</param>
/// <param name="Steps">What happened to it, oldest first; why a print failed stays within the company.</param>
public sealed record PrintOrderView(
    Guid Id, int Number, PrintState State, string Material, string MaterialEn, IReadOnlyList<PrintPart> Parts, PrintAddress To, DateTime PlacedAt, DateOnly? DueOn,
    DateTime MovedAt, Guid MovedBy, string? Lot, DateOnly? LotExpiresOn, string? Carrier, string? Tracking, DateTime? SentAt, DateTime? DeliveredAt,
    IReadOnlyList<(PrintState State, DateTime At)> Steps);

/// <summary>
/// Orders to print, for the modules that sell what is printed. It asks no rights: whoever calls has asked. Call the writing ones inside your own
/// <c>Together</c>; each refuses with a <c>RuleBrokenException</c> what the table does not allow.
/// </summary>
public interface IPrintOrders
{
    /// <exception cref="Kernel.RuleBrokenException">There are no parts, or no such material.</exception>
    Task<Guid> PlaceAsync(NewPrintOrder order, CancellationToken cancel);

    /// <summary>All of a subject, oldest first.</summary>
    Task<IReadOnlyList<PrintOrderView>> OfAsync(string purpose, Guid subject, CancellationToken cancel);

    /// <summary>It has arrived, and whoever received it says so.</summary>
    Task ConfirmAsync(Guid order, Guid by, CancellationToken cancel);

    /// <summary>It did not arrive, or what arrived is no good.</summary>
    /// <param name="order">Which.</param>
    /// <param name="words">What is wrong, for the people who print.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="cancel">Stops before anything is saved.</param>
    Task ComplainAsync(Guid order, string words, Guid by, CancellationToken cancel);

    /// <summary>Nothing more is printed of it. One that was sent, or has ended, stays as it is.</summary>
    Task CancelAsync(Guid order, Guid by, CancellationToken cancel);
}
