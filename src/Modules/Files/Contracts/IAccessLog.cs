using Microsoft.AspNetCore.Http;

namespace Percurso.Files.Contracts;

/// <summary>That somebody fetched a file, or looked into it.</summary>
/// <param name="Account">Whose session it was.</param>
/// <param name="SeenBy">Who of the staff looked through that person's eyes.</param>
/// <param name="Kind"><c>Download</c>, <c>Zip</c>, <c>Preview</c>.</param>
/// <param name="Address">Where the request came from.</param>
public sealed record AccessView(DateTime At, Guid Account, Guid? SeenBy, Guid FileId, string Kind, string? Address);

/// <summary>For modules that show what is in a file without handing the file out: the access is written down as a download would be.</summary>
public interface IAccessLog
{
    /// <summary>Call it before the first byte goes out.</summary>
    /// <param name="http">Whose request it is.</param>
    /// <param name="files">What is shown.</param>
    /// <param name="cancel">Stops before anything is written.</param>
    Task NotePreviewAsync(HttpContext http, IReadOnlyList<Guid> files, CancellationToken cancel);

    /// <summary>Who had the files of a subject, in order. It asks no rights.</summary>
    Task<IReadOnlyList<AccessView>> OfAsync(string purpose, Guid subject, CancellationToken cancel);
}
