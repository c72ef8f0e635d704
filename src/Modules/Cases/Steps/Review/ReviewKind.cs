using System.Text.Json;

using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Contracts;
using Percurso.Cases.Data;
using Percurso.Kernel.Localization;

namespace Percurso.Cases.Steps.Review;

/// <summary>
/// The step in which a plan comes to be approved: the planner makes a version, somebody else releases it, the dentist approves or asks for changes. What it
/// keeps stays when the step closes and opens again.
/// </summary>
sealed class ReviewKind(CasesDb db) : IStepKind
{
    public const string KindName = "review";

    public string Name => KindName;

    public string PathOf(Guid caseId, string step) => $"/casos/{caseId}/passos/{step}/revisao";

    public string Sentence(Turn turn, Words T) => turn == Turn.Company
        ? T["Estamos planejando no computador"].Value
        : T["Olhe o planejamento em 3D e aprove, ou peça mudanças"].Value;

    public async Task<Opening> OpenAsync(StepToOpen step, CancellationToken cancel)
    {
        var review = await db.Reviews.SingleOrDefaultAsync(one => one.CaseId == step.Case.Id && one.Step == step.Step, cancel);
        if (review is null) db.Add(new PlanReview(step.Case.Id, step.Step, HasDownloads(step.Settings)));
        await db.SaveChangesAsync(cancel);
        return Opening.For(review?.State is ReviewState.Awaiting or ReviewState.Approved ? Turn.Dentist : Turn.Company);
    }

    /// <summary>From the first version that was sent to be checked.</summary>
    public Task<bool> HasBegunAsync(Guid caseId, string step, CancellationToken cancel) =>
        db.Reviews.AnyAsync(one => one.CaseId == caseId && one.Step == step && one.AuthorId != null, cancel);

    public string SettingsWords(Words T) => T["{0}: com true, este é o planejamento final, com relatório, aprovação assinada e arquivos para baixar.", "downloads"].Value;

    /// <summary><c>{ "downloads": true }</c> in the pathway makes it the final plan.</summary>
    static bool HasDownloads(JsonElement settings) =>
        settings.ValueKind == JsonValueKind.Object && settings.TryGetProperty("downloads", out var said) && said.ValueKind == JsonValueKind.True;
}
