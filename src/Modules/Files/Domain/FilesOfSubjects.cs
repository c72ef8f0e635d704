using Microsoft.EntityFrameworkCore;

using Percurso.Files.Checking;
using Percurso.Files.Contracts;
using Percurso.Files.Data;
using Percurso.Kernel;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Security;

namespace Percurso.Files.Domain;

sealed class FilesOfSubjects(FilesDb db, IPeople people, Words words, TimeProvider clock) : IFiles
{
    DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<IReadOnlyList<FileView>> OfAsync(string purpose, Guid subject, CancellationToken cancel)
    {
        var names = await db.Links.Where(link => link.Purpose == purpose && link.SubjectId == subject).ToDictionaryAsync(link => link.Id, link => link.Name, cancel);
        var here = db.Files.Where(file => file.Purpose == purpose && file.SubjectId == subject);
        var views = (await db.Previews.AsNoTracking().Where(preview => preview.Length != null && here.Any(file => file.Id == preview.FileId)).ToListAsync(cancel))
            .ToLookup(preview => preview.FileId, preview => preview.View);
        return [.. (await db.Files.AsNoTracking().Where(file => file.Purpose == purpose && file.SubjectId == subject).OrderBy(file => file.Slot).ThenBy(file => file.Number)
            .ToListAsync(cancel)).Select(file => View(file, names, views[file.Id]))];
    }

    public async Task TakeRiskAsync(string purpose, Guid subject, Guid file, Guid by, CancellationToken cancel)
    {
        var name = await people.NameOfAsync(by, cancel) ?? "";
        await ActAsync(purpose, subject, file, found => found.TakeRisk(by, name, Now), cancel);
    }

    public Task QuarantineAsync(string purpose, Guid subject, Guid file, string reason, Guid by, CancellationToken cancel) =>
        ActAsync(purpose, subject, file, found => found.Quarantine(by, reason, Now), cancel);

    public Task WithdrawAsync(string purpose, Guid subject, Guid file, Guid by, CancellationToken cancel) =>
        ActAsync(purpose, subject, file, found => found.Withdraw(by, Now), cancel);

    FileView View(StoredFile file, Dictionary<Guid, string> links, IEnumerable<string> views)
    {
        var verdict = StoredVerdict.Read(file.Verdict);
        return new(
            file.Id, file.Slot, file.Number, file.Name, file.Length, file.Sha256, file.SentAt, file.SentBy, file.LinkId is { } link ? links.GetValueOrDefault(link) : null, file.State,
            [.. verdict?.Sentences(words) ?? []], [.. Said(file, verdict)], [.. views.Order(StringComparer.Ordinal)], verdict?.IsPicture == true, file.RiskName, file.OutReason);
    }

    IEnumerable<string> Said(StoredFile file, StoredVerdict? verdict) =>
        file.SentSha256 is null ? verdict?.Said(words) ?? [] : [.. verdict?.Said(words) ?? [], words["Guardada sem o que a câmera anotou, como o lugar"]];

    async Task ActAsync(string purpose, Guid subject, Guid id, Action<StoredFile> verb, CancellationToken cancel)
    {
        var found = await db.Files.SingleOrDefaultAsync(file => file.Id == id && file.Purpose == purpose && file.SubjectId == subject, cancel)
            ?? throw new RuleBrokenException("Este arquivo já não está aqui.");
        verb(found);
        await db.SaveChangesAsync(cancel);
    }
}
