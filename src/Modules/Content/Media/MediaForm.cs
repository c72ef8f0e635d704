using Microsoft.AspNetCore.Http;

using Percurso.Kernel;

namespace Percurso.Content.Media;

/// <summary>Reads the files of a posted form.</summary>
static class MediaForm
{
    /// <summary>
    /// What the framework may put aside on disk before the limits of <see cref="CheckedFile"/> are looked at. Far above them, so
    /// that who sends too much is told how much is too much.
    /// </summary>
    public const long LargestRequest = 300L << 20;

    /// <summary>Files of one picture in its sizes, or one file; checked.</summary>
    /// <exception cref="RuleBrokenException">None was chosen, or one cannot be taken.</exception>
    public static async Task<(string Name, IReadOnlyList<CheckedFile> Files)> ReadAsync(IReadOnlyList<IFormFile>? sent, CancellationToken cancel)
    {
        if (sent is not { Count: > 0 }) throw new RuleBrokenException("Escolha um arquivo para enviar.");

        foreach (var file in sent)
        {
            CheckedFile.DemandName(file.FileName);
            CheckedFile.DemandSize(file.FileName, file.Length, isDocument: Path.GetExtension(file.FileName).Equals(".pdf", StringComparison.OrdinalIgnoreCase));
        }

        var files = new List<CheckedFile>(sent.Count);
        foreach (var file in sent) files.Add(await CheckAsync(file, cancel));
        return (Path.GetFileName(sent[0].FileName), files);
    }

    static async Task<CheckedFile> CheckAsync(IFormFile file, CancellationToken cancel)
    {
        var bytes = new byte[file.Length];
        await using (var stream = file.OpenReadStream()) await stream.ReadExactlyAsync(bytes, cancel);
        return CheckedFile.Of(Path.GetFileName(file.FileName), bytes);
    }
}
