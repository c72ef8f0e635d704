namespace Percurso.Production.Contracts;

/// <summary>What goes into a box beside what was printed, as whoever ordered it knows.</summary>
/// <param name="Facts">What the people who pack must see, each with its name: kit, sleeves, the version that was approved.</param>
/// <param name="Table">A table for the sheet in the box, its heads first; empty for none.</param>
/// <param name="TableTitle">What the table is called.</param>
/// <param name="Sentences">What the sheet in the box says beneath.</param>
/// <param name="Checks">What is put into the box, a line each, to be ticked before it is closed.</param>
/// <param name="Links">Pages and files that are to be printed for it: title and address within the site.</param>
/// <param name="Path">Of how many stations the subject's path is, and which is this one.</param>
public sealed record BoxContents(
    IReadOnlyList<(string Name, string Value)> Facts, string TableTitle, IReadOnlyList<IReadOnlyList<string>> Table, IReadOnlyList<string> Sentences, IReadOnlyList<string> Checks,
    IReadOnlyList<(string Title, string Address)> Links, (int Of, int Here)? Path);

/// <summary>Answers for the boxes of one purpose, in the reader's language; the module above registers one.</summary>
public interface IBoxContents
{
    string Purpose { get; }

    Task<BoxContents?> OfAsync(Guid subject, CancellationToken cancel);
}
