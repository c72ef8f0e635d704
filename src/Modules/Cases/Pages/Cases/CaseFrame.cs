using System.Security.Claims;

using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Contracts;
using Percurso.Cases.Data;
using Percurso.Cases.Domain;
using Percurso.Cases.Rights;
using Percurso.Cases.Spine;
using Percurso.Clinics.Contracts;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Security;

namespace Percurso.Cases.Pages.Cases;

/// <summary>The case of this request, as the layout <c>_Case</c> shows it around each of its pages.</summary>
sealed class CaseFrame(CasesDb db, CaseReaders readers, Walk walk, IPeople people, IClinicPeople clinics, Words words)
    : ICaseFrame
{
    public Case Case { get; private set; } = null!;
    public CaseReader Reader { get; private set; } = null!;
    public Pathway Pathway { get; private set; } = null!;
    public string Clinic { get; private set; } = "";
    public string Dentist { get; private set; } = "";
    public string? Planner { get; private set; }

    /// <summary>The case that this one remakes; of a first one those that remake it.</summary>
    public IReadOnlyList<(Guid Id, string Number, bool IsFirst)> Linked { get; private set; } = [];

    /// <summary>The step whose page this is; null on the others.</summary>
    public string? StepKey { get; private set; }

    /// <summary>False for whom the case is not there.</summary>
    public async Task<bool> OpenAsync(ClaimsPrincipal person, Guid id, string? step, CancellationToken cancel)
    {
        if (await db.Whole.SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } found
            || await readers.OfAsync(person, found.ClinicId, cancel) is not { } reader
            || step is not null && found.FindStep(step) is null) return false;

        (Case, Reader, StepKey) = (found, reader, step);
        Pathway = await db.Pathways.AsNoTracking().SingleAsync(one => one.Id == found.PathwayId, cancel);
        Clinic = await clinics.NameOfAsync(found.ClinicId, cancel) ?? "";
        Dentist = await people.NameOfAsync(found.DentistId, cancel) ?? "";
        Planner = found.PlannerId is { } planner ? await people.NameOfAsync(planner, cancel) : null;
        Linked = await LinkedAsync(found, cancel);
        return true;
    }

    async Task<IReadOnlyList<(Guid Id, string Number, bool IsFirst)>> LinkedAsync(Case one, CancellationToken cancel)
    {
        var linked = one.RemakeOf is { } first ? db.Cases.Where(other => other.Id == first) : db.Cases.Where(other => other.RemakeOf == one.Id);
        return [.. (await linked.OrderBy(other => other.OpenedAt).Select(other => new { other.Id, other.Number }).ToListAsync(cancel)).Select(other => (other.Id, other.Number, other.Id == one.RemakeOf))];
    }

    async Task<CaseFacts?> ICaseFrame.OpenAsync(ClaimsPrincipal person, Guid caseId, string step, CancellationToken cancel) =>
        await OpenAsync(person, caseId, step, cancel) && Case.FindStep(step)!.State != StepState.Locked ? Case.AsFacts() : null;

    public string TitleOf(string step) => Pathway.Step(step).Title.ToString();

    public string PathOf(CaseStep step) =>
        step.State != StepState.Locked && walk.KindOf(step.Kind) is { } kind ? kind.PathOf(Case.Id, step.Key) : $"/casos/{Case.Id}/passos/{step.Key}";

    /// <summary>Whether this is the reader's turn.</summary>
    public bool IsMine(Turn turn) => turn == Reader.Turn;

    /// <summary>What is awaited now, in a sentence without its full stop, as the reader's side says it.</summary>
    public string Sentence => Case.State switch
    {
        CaseState.OnHold => Reader.IsCompany ? words["O dentista tem uma tarefa antes de continuar"] : words["Precisamos de você para continuar"],
        CaseState.Answered => Reader.IsCompany ? words["O dentista respondeu; veja se já dá para continuar"] : words["Você respondeu; estamos vendo se já dá para continuar"],
        CaseState.Paused => words["O caso está em pausa a pedido do consultório"],
        CaseState.Cancelled => words["Este caso foi cancelado"],
        CaseState.Finished => words["Todos os passos estão prontos"],
        _ when Case.Current is { State: StepState.Open } step && walk.KindOf(step.Kind) is { } kind => Said(step.Turn, kind.Sentence(step.Turn, words)),
        _ => Reader.IsCompany
            ? words["O próximo passo, {0}, ainda não abriu neste site", TitleOf(Case.Current.Key)]
            : words["O próximo passo, {0}, ainda não abriu; avisamos por e-mail quando abrir", TitleOf(Case.Current.Key)],
    };

    /// <summary>Kinds speak to the dentist; the company reads what it says to them.</summary>
    string Said(Turn turn, string sentence) => Reader.IsCompany && turn == Turn.Dentist ? words["Pedimos ao dentista: {0}", sentence] : sentence;

    /// <summary>Why a locked step is locked.</summary>
    public string WhyLocked(CaseStep step)
    {
        if (Case.State == CaseState.Cancelled) return words["O caso foi cancelado antes deste passo."];

        var missing = step.Needs.Where(need => Case.FindStep(need) is { State: not StepState.Done }).Select(TitleOf).ToList();
        return missing.Count == 0
            ? words["Tudo o que vem antes está pronto. Este passo abre assim que estiver disponível neste site, e avisamos por e-mail."]
            : words["Abre quando estiver pronto: {0}.", string.Join(", ", missing)];
    }
}
