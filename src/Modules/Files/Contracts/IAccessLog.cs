using Microsoft.AspNetCore.Http;

namespace Percurso.Files.Contracts;

/// <summary>For modules that show what is in a file without handing the file out: the access is written down as a download would be.</summary>
public interface IAccessLog
{
    /// <summary>Call it before the first byte goes out.</summary>
    /// <param name="http">Whose request it is.</param>
    /// <param name="files">What is shown.</param>
    /// <param name="cancel">Stops before anything is written.</param>
    Task NotePreviewAsync(HttpContext http, IReadOnlyList<Guid> files, CancellationToken cancel);
}
