using Microsoft.EntityFrameworkCore;

using Percurso.Files.Checks;
using Percurso.Files.Contracts;
using Percurso.Files.Data;
using Percurso.Files.Domain;
using Percurso.Files.Downloads;
using Percurso.Files.Uploads;

namespace Percurso.Files.Checking;

/// <summary>What the checks said, and what they were asked.</summary>
/// <param name="Order">Null where they were not asked, since something worse was found before.</param>
/// <param name="Subject">Whose it is; null where that is gone.</param>
sealed record Judgement(Verdict Verdict, CheckOrder? Order, FileSubject? Subject);

/// <summary>Asks the checks about one file: what its slot takes, and what its subject expects.</summary>
sealed class JudgeFile(FilesDb db, Contents contents, Readers readers)
{
    /// <summary>Of a slot that nobody knows.</summary>
    const FileSort anything = FileSort.Tomography | FileSort.Scan | FileSort.Photograph | FileSort.Document;

    public async Task<Judgement> JudgeAsync(StoredFile file, CancellationToken cancel)
    {
        var slot = await db.Slots.AsNoTracking().SingleOrDefaultAsync(row => row.Key == file.Slot, cancel);
        var subject = await readers.SubjectAsync(file.Purpose, file.SubjectId, cancel);
        var document = slot is null && subject is not null && subject.DocumentSlots.Contains(file.Slot);
        var parts = slot is null && !document && subject is { TakesParts: true };
        var pieces = await contents.PiecesAsync(file.UploadId, cancel);
        var order = new CheckOrder([new(file.Name, file.Length, () => new BufferedStream(contents.Open(pieces), 64 << 10))], slot?.Sorts ?? (document ? FileSort.Document : parts ? FileSort.Scan : anything), slot?.Limits ?? (parts ? Limits.Parts : Limits.Usual))
        {
            PatientName = subject?.PatientName,
            BirthDate = subject?.BornOn,
            Cancel = cancel,
        };
        return new(await OnItsOwnThread.RunAsync(() => FileChecks.Judge(order), cancel), order, subject);
    }
}

/// <summary>The checks read as files are read, waiting, and so have a thread of their own.</summary>
static class OnItsOwnThread
{
    public static Task<T> RunAsync<T>(Func<T> work, CancellationToken cancel) => Task.Factory.StartNew(work, cancel, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
