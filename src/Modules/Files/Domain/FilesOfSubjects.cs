using Microsoft.EntityFrameworkCore;

using Percurso.Files.Contracts;
using Percurso.Files.Data;
using Percurso.Kernel;
using Percurso.Kernel.Security;

namespace Percurso.Files.Domain;

sealed class FilesOfSubjects(FilesDb db, IPeople people, TimeProvider clock) : IFiles
{
    DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<IReadOnlyList<FileView>> OfAsync(string purpose, Guid subject, CancellationToken cancel) =>
        [.. (await db.Files.AsNoTracking().Where(file => file.Purpose == purpose && file.SubjectId == subject).OrderBy(file => file.Slot).ThenBy(file => file.Number)
            .ToListAsync(cancel)).Select(file => new FileView(
                file.Id, file.Slot, file.Number, file.Name, file.Length, file.Sha256, file.SentAt, file.SentBy, null, file.State, [], [], file.RiskName, file.OutReason))];

    public async Task TakeRiskAsync(string purpose, Guid subject, Guid file, Guid by, CancellationToken cancel)
    {
        var name = await people.NameOfAsync(by, cancel) ?? "";
        await ActAsync(purpose, subject, file, found => found.TakeRisk(by, name, Now), cancel);
    }

    public Task QuarantineAsync(string purpose, Guid subject, Guid file, string reason, Guid by, CancellationToken cancel) =>
        ActAsync(purpose, subject, file, found => found.Quarantine(by, reason, Now), cancel);

    public Task WithdrawAsync(string purpose, Guid subject, Guid file, Guid by, CancellationToken cancel) =>
        ActAsync(purpose, subject, file, found => found.Withdraw(by, Now), cancel);

    async Task ActAsync(string purpose, Guid subject, Guid id, Action<StoredFile> verb, CancellationToken cancel)
    {
        var found = await db.Files.SingleOrDefaultAsync(file => file.Id == id && file.Purpose == purpose && file.SubjectId == subject, cancel)
            ?? throw new RuleBrokenException("Este arquivo já não está aqui.");
        verb(found);
        await db.SaveChangesAsync(cancel);
    }
}
