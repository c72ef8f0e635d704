using Percurso.Cases.Mail;
using Percurso.Cases.Reactions;
using Percurso.Files.Contracts;
using Percurso.Kernel.Events;
using Percurso.Kernel.Localization;

namespace Percurso.Cases.Steps.Intake;

/// <summary>An item came again after the work could begin.</summary>
[FactName("cases.file-replaced")]
sealed record FileReplaced(Guid CaseId, string Slot) : IFact;

/// <summary>Tells whoever plans of what they must look at again.</summary>
sealed class TellOfFiles(Tell tell, ISlots slots) : IHandle<FileReplaced>, IHandle<FileQuarantined>
{
    public Task HandleAsync(FileReplaced fact, CancellationToken cancel) => TellAsync(fact.CaseId, fact.Slot, isStrange: false, cancel);

    public Task HandleAsync(FileQuarantined fact, CancellationToken cancel) =>
        fact.Purpose == CaseFiles.CasePurpose ? TellAsync(fact.SubjectId, fact.Slot, isStrange: true, cancel) : Task.CompletedTask;

    async Task TellAsync(Guid caseId, string key, bool isStrange, CancellationToken cancel)
    {
        var one = await tell.CaseAsync(caseId, cancel);
        var slot = (await slots.AllAsync(cancel)).FirstOrDefault(slot => slot.Key == key)?.Title ?? (LocalText)key;
        var path = one.IntakeStep is { } step ? $"/{step.Key}/arquivos" : "";
        await tell.ThatAsync(null, one, new FileNewsLetter(tell.Named(one, path), slot, isStrange), await tell.CompanysSideAsync(one, cancel), cancel);
    }
}
