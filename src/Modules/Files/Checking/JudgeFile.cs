using Microsoft.EntityFrameworkCore;

using Percurso.Files.Checks;
using Percurso.Files.Contracts;
using Percurso.Files.Data;
using Percurso.Files.Domain;
using Percurso.Files.Downloads;
using Percurso.Files.Uploads;

namespace Percurso.Files.Checking;

/// <summary>Asks the checks about one file: what its slot takes, and what its subject expects.</summary>
sealed class JudgeFile(FilesDb db, Contents contents, Readers readers)
{
    public async Task<Verdict> JudgeAsync(StoredFile file, CancellationToken cancel)
    {
        var slot = await db.Slots.AsNoTracking().SingleOrDefaultAsync(row => row.Key == file.Slot, cancel);
        var subject = await readers.SubjectAsync(file.Purpose, file.SubjectId, cancel);
        var parts = slot is null && subject is { TakesParts: true };
        var pieces = await contents.PiecesAsync(file.UploadId, cancel);
        var order = new CheckOrder([new(file.Name, file.Length, () => new BufferedStream(contents.Open(pieces), 64 << 10))], Wanted(slot?.Takes ?? (parts ? [nameof(FileSort.Scan)] : [])), parts ? Limits.Parts : Limits.Usual)
        {
            PatientName = subject?.PatientName,
            BirthDate = subject?.BornOn,
            Cancel = cancel,
        };
        // The checks read as files are read, and so have a thread of their own.
        return await Task.Factory.StartNew(() => FileChecks.Judge(order), cancel, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>A slot that is gone takes anything we know.</summary>
    static FileSort Wanted(IReadOnlyList<string> takes) => takes.Count == 0
        ? FileSort.Tomography | FileSort.Scan | FileSort.Photograph | FileSort.Document
        : takes.Select(Enum.Parse<FileSort>).Aggregate((one, other) => one | other);
}
