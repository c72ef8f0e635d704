using Percurso.Kernel;

namespace Percurso.Content.Contracts;

/// <summary>A document that a module brings for the library.</summary>
/// <param name="Key">By which the module will ask for it.</param>
/// <param name="Title">As the library lists it.</param>
/// <param name="FileName">What it is called when somebody saves it.</param>
/// <param name="Folder">Small letters and hyphens; made where it is not there.</param>
public sealed record BroughtMedia(string Key, string Title, string FileName, string Folder);

/// <summary>Puts a module's own documents on the shelf once; from then on the company's people replace them there.</summary>
public interface IKeepMedia
{
    /// <exception cref="RuleBrokenException">The bytes are of no kind the library takes, or the key is there already.</exception>
    Task KeepAsync(BroughtMedia media, byte[] bytes, CancellationToken cancel);
}
