using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

using Percurso.Cases.Domain;
using Percurso.Cases.Spine;
using Percurso.Kernel.Localization;
using Percurso.Theme.Contracts;

namespace Percurso.Cases.Pages.Cases;

/// <summary>How a case stands still and goes on: the company's holds, the dentist's answers and pauses. It offers what the flow lists.</summary>
[Authorize]
sealed class StandModel(CaseFrame frame, Walk walk, Timetable timetable, Words words) : CasePage(frame)
{
    public ReasonForm Answer { get; set; } = new();

    public ReasonForm Hold { get; set; } = new();

    public PauseForm Pause { get; set; } = new();

    public bool Offers(CaseMove move) =>
        (!Reader.IsCompany || Reader.MaySteer) && CaseFlow.Table.Find(Case.State, Reader.Who, move) is not null;

    public Task<IActionResult> OnPostHoldAsync([FromForm(Name = "Hold")] ReasonForm hold, CancellationToken cancel) =>
        ActAsync(CaseMove.Hold, one => one.Hold(hold.Words.Trim(), Reader.Account, timetable.Now), words["O caso está em espera. O dentista recebe a tarefa por e-mail."], cancel);

    public Task<IActionResult> OnPostAnswerAsync([FromForm(Name = "Answer")] ReasonForm answer, CancellationToken cancel) =>
        ActAsync(CaseMove.Answer, one => one.AnswerHold(answer.Words.Trim(), Reader.Account, timetable.Now), words["Sua resposta foi entregue. Agora é a nossa vez."], cancel);

    public async Task<IActionResult> OnPostReleaseAsync(CancellationToken cancel)
    {
        var stood = await timetable.StoodAsync(Case, cancel);
        return await ActAsync(CaseMove.Release, one => one.Release(stood, Reader.Account, timetable.Now), words["O caso voltou a andar."], cancel);
    }

    public Task<IActionResult> OnPostPauseAsync([FromForm(Name = "Pause")] PauseForm pause, CancellationToken cancel) =>
        ActAsync(CaseMove.Pause, one => one.Pause(pause.Words.Trim(), pause.Until!.Value, timetable.Today, Reader.Account, timetable.Now), words["O caso está em pausa."], cancel);

    public async Task<IActionResult> OnPostResumeAsync(CancellationToken cancel)
    {
        var stood = await timetable.StoodAsync(Case, cancel);
        return await ActAsync(CaseMove.Resume, one => one.Resume(stood, Reader.Account, timetable.Now), words["O caso voltou a andar."], cancel);
    }

    /// <summary>Whoever looks only, or stands on the side whose move it is not, is refused by right; a move at the wrong time by the flow.</summary>
    async Task<IActionResult> ActAsync(CaseMove move, Action<Case> verb, string sentence, CancellationToken cancel)
    {
        if (Reader.IsCompany && !Reader.MaySteer || !CaseFlow.Table.Any(row => row.Who == Reader.Who && row.May == move)) return Forbid();

        await walk.ActAsync(Case, verb, cancel);
        TempData.Confirm(sentence);
        return RedirectToPage("Case", new { Id });
    }

    internal class ReasonForm
    {
        [Required(ErrorMessage = "Escreva algumas palavras: o outro lado precisa delas.")]
        [StringLength(Case.ReasonLength, ErrorMessage = "O texto passa de 1.000 letras. Resuma-o; o resto cabe numa mensagem.")]
        public string Words { get; set; } = "";
    }

    internal sealed class PauseForm : ReasonForm
    {
        [Required(ErrorMessage = "Escolha o dia em que o caso volta a andar.")]
        public DateOnly? Until { get; set; }
    }
}
