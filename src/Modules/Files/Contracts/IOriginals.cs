using Microsoft.AspNetCore.Http;

namespace Percurso.Files.Contracts;

/// <summary>A file that somebody was promised, to the byte.</summary>
/// <param name="FileId">The file.</param>
/// <param name="Sha256">What was promised, lower-case hex.</param>
/// <param name="Name">What it is called for whoever fetches it; no patient's name.</param>
public sealed record Original(Guid FileId, string Sha256, string Name);

/// <summary>
/// Hands out files for modules that have promised them. It asks no rights: whoever calls has asked, and has had <see cref="AreWholeAsync"/> answered. Each
/// access is written down before the first byte goes out.
/// </summary>
public interface IOriginals
{
    /// <summary>Whether all bytes of all files are what was promised; reads them all.</summary>
    Task<bool> AreWholeAsync(IReadOnlyList<Original> all, CancellationToken cancel);

    Task HandAsync(HttpContext http, Original one);

    /// <param name="http">Whose request it is.</param>
    /// <param name="name">Of the ZIP.</param>
    /// <param name="all">What is in it.</param>
    Task HandZipAsync(HttpContext http, string name, IReadOnlyList<Original> all);
}
