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
    public async Task HandleAsync(FileReplaced fact, CancellationToken cancel)
    {
        var one = await tell.CaseAsync(fact.CaseId, cancel);
        var where = tell.Named(one, one.IntakeStep is { } step ? $"/passos/{step.Key}/arquivos" : "");
        await tell.ThatAsync(null, one, new FileNewsLetter(where, await TitleAsync(fact.Slot, cancel), IsStrange: false), await tell.CompanysSideAsync(one, cancel), cancel);
    }

    /// <summary>Whoever may decide what becomes of it, whoever plans the case.</summary>
    public async Task HandleAsync(FileQuarantined fact, CancellationToken cancel)
    {
        if (fact.Purpose != CaseFiles.CasePurpose) return;

        var one = await tell.CaseAsync(fact.SubjectId, cancel);
        var letter = new FileNewsLetter(tell.At(one, $"/admin/arquivos-a-parte/{fact.FileId}"), await TitleAsync(fact.Slot, cancel), IsStrange: true);
        await tell.ThatAsync(null, one, letter, await tell.WithAsync(FilesPermissions.SettleQuarantine, cancel), cancel);
    }

    async Task<LocalText> TitleAsync(string key, CancellationToken cancel) => (await slots.AllAsync(cancel)).FirstOrDefault(slot => slot.Key == key)?.Title ?? (LocalText)key;
}
