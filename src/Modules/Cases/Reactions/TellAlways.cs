using Percurso.Cases.Contracts;
using Percurso.Cases.Domain;
using Percurso.Cases.Mail;
using Percurso.Kernel.Events;

namespace Percurso.Cases.Reactions;

/// <summary>What nobody can switch off: work has stopped, has ended, or will come too late.</summary>
sealed class TellAlways(Tell tell) : IHandle<CaseHeld>, IHandle<CaseCancelled>, IHandle<CaseAtRisk>
{
    public async Task HandleAsync(CaseHeld fact, CancellationToken cancel)
    {
        var one = await tell.CaseAsync(fact.CaseId, cancel);
        if (one is not { State: CaseState.OnHold, Reason: { } reason }) return;

        await tell.ThatAsync(null, one, new HeldLetter(tell.Named(one, "/espera"), reason), await tell.DentistsSideAsync(one, cancel), cancel);
    }

    public async Task HandleAsync(CaseCancelled fact, CancellationToken cancel)
    {
        var one = await tell.CaseAsync(fact.CaseId, cancel);
        var letter = new CancelledLetter(tell.Named(one), one.Reason ?? "", fact.Outcome, fact.ByCompany);
        await tell.ThatAsync(null, one, letter, [.. await tell.DentistsSideAsync(one, cancel), .. await tell.CompanysSideAsync(one, cancel)], cancel);
    }

    public async Task HandleAsync(CaseAtRisk fact, CancellationToken cancel)
    {
        var one = await tell.CaseAsync(fact.CaseId, cancel);
        if (one is not { Risk: Domain.Dates.Risk.Late, SurgeryOn: { } surgery, ReadyOn: { } ready }) return;

        await tell.ThatAsync(null, one, new AtRiskLetter(tell.Named(one), surgery, ready),
            [.. await tell.DentistsSideAsync(one, cancel), .. await tell.CompanysSideAsync(one, cancel)], cancel);
    }
}
