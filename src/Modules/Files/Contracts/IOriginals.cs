using Microsoft.AspNetCore.Http;

namespace Percurso.Files.Contracts;

/// <summary>A file that somebody was promised, to the byte.</summary>
/// <param name="FileId">The file.</param>
/// <param name="Sha256">What was promised, lower-case hex.</param>
/// <param name="Name">What it is called for whoever fetches it; no patient's name.</param>
public sealed record Original(Guid FileId, string Sha256, string Name);

/// <summary>One thing in a ZIP: a file that lies in the store, or bytes that were made for it.</summary>
/// <param name="Name">With its folders, <c>arquivos/2026-0042_profile-photo_v1.jpg</c>.</param>
/// <param name="File">In the store; null for bytes.</param>
/// <param name="Bytes">Made for it; null for a file.</param>
public sealed record ZipPiece(string Name, Original? File, ReadOnlyMemory<byte>? Bytes = null);

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

    /// <summary>
    /// The same of things of both kinds. The SHA-256 of each, counted as its bytes go out, follows as the last entry, in lines that
    /// <c>sha256sum -c</c> reads; a file whose bytes are no longer what was promised, or are damaged in the store, is named there in a remark and takes nothing else with it.
    /// </summary>
    /// <param name="http">Whose request it is.</param>
    /// <param name="name">Of the ZIP.</param>
    /// <param name="all">What is in it; files that are no longer in the store are named in a remark too.</param>
    /// <param name="sums">What the last entry is called.</param>
    Task HandZipAsync(HttpContext http, string name, IReadOnlyList<ZipPiece> all, string sums);
}
