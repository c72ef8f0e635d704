using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Contracts;
using Percurso.Cases.Data;
using Percurso.Kernel.Localization;

namespace Percurso.Cases.Steps.Meeting;

/// <summary>
/// The step in which dentist and planner talk: a time is chosen, minutes are written, the dentist confirms them; or they waive it. What it keeps stays when the step closes and
/// opens again.
/// </summary>
sealed class MeetingKind(CasesDb db) : IStepKind
{
    public const string KindName = "meeting";

    public string Name => KindName;

    public string PathOf(Guid caseId, string step) => $"/casos/{caseId}/passos/{step}/videoconferencia";

    public string Sentence(Turn turn, Words T) => turn == Turn.Company
        ? T["Cuidamos da videoconferência e da ata"].Value
        : T["Escolha um horário para a videoconferência, ou confirme a ata"].Value;

    public async Task<Opening> OpenAsync(StepToOpen step, CancellationToken cancel)
    {
        var meeting = await db.Meetings.SingleOrDefaultAsync(one => one.CaseId == step.Case.Id && one.Step == step.Step, cancel);
        if (meeting is null) db.Add(new CaseMeeting(step.Case.Id, step.Step));
        await db.SaveChangesAsync(cancel);
        return Opening.For(meeting?.State is MeetingState.Booked or MeetingState.Disputed ? Turn.Company : Turn.Dentist);
    }

    public string SettingsWords(Words T) =>
        T["{0}: com true, o dentista pode dispensar a videoconferência por declaração assinada; com uma lista de Teeth, Mucosa e Bone, só nos guias com esses apoios. Sem ele, não pode.", "waivable"].Value;

    /// <summary>From the first booking, from minutes, or from a waiver, what was approved before is fixed; a booking that was cancelled holds nothing.</summary>
    public Task<bool> HasBegunAsync(Guid caseId, string step, CancellationToken cancel) =>
        db.Meetings.AnyAsync(one => one.CaseId == caseId && one.Step == step && one.State != MeetingState.Choosing, cancel);
}
