using System.Globalization;
using System.Text.Json;

using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Contracts;
using Percurso.Cases.Data;
using Percurso.Cases.Domain;
using Percurso.Cases.Steps.Review;
using Percurso.Cases.Steps.Signing;
using Percurso.Files.Contracts;
using Percurso.Kernel.Print;
using Percurso.Kernel.Recipes;
using Percurso.Kernel.Settings;
using Percurso.Viewer.Contracts;

namespace Percurso.Cases.Recipes;

/// <summary>
/// <c>{ "name": "plans", "planner", "reviewer", "front", "up", "plans": [ { "nickname", "step", "versions": [ { "notes", "layers": [ { "file", "title", "kind", "colour",
/// "opacity" } ], "report", "submitted", "released", "opened", "changes", "answers", "approved" } ] } ] }</c>: plans of cases that a <c>cases</c> step brought, taken as
/// far as the recipe says by the verbs people use. Of a final plan <c>report</c> is written, a paragraph each, and its approval signed by the responsible dentist. A plan that has a version already stays as it is.
/// </summary>
sealed class PlanRecipeCases(CasesDb db, Reviewing reviewing, IVersions versions, IPutFiles files, IFindPeople people, IRecords records, ISettings settings, RecipeBook book, TimeProvider clock) : IRecipeStep
{
    sealed record Step(string Name, string Planner, string Reviewer, IReadOnlyList<Plan> Plans, Axis Front = Axis.YMinus, Axis Up = Axis.ZPlus);

    sealed record Plan(string Nickname, IReadOnlyList<PlannedVersion> Versions, string Step = "preview");

    sealed record PlannedVersion(
        IReadOnlyList<PlannedLayer> Layers, string? Notes = null, bool Submitted = false, bool Released = false, bool Opened = false, string? Changes = null,
        IReadOnlyList<string>? Answers = null, bool Approved = false, IReadOnlyList<string>? Report = null);

    sealed record PlannedLayer(string File, string Title, LayerKind Kind, string Colour, int Opacity = 100);

    public static string Name => "plans";

    public async Task RunAsync(JsonElement step, CancellationToken cancel)
    {
        var asked = step.As<Step>();
        var (planner, reviewer) = (await AccountAsync(asked.Planner, cancel), await AccountAsync(asked.Reviewer, cancel));
        foreach (var plan in asked.Plans)
        {
            var one = await db.Whole.SingleOrDefaultAsync(row => row.Nickname == plan.Nickname, cancel) ?? throw new RecipeBrokenException($"There is no case “{plan.Nickname}”.");
            if (one.FindStep(plan.Step) is not { State: not StepState.Locked }) throw new RecipeBrokenException($"The step {plan.Step} of “{plan.Nickname}” is not open.");

            var review = await reviewing.FindAsync(one.Id, plan.Step, cancel);
            if (review.VersionId is not null) continue;

            foreach (var version in plan.Versions) await MakeAsync(one, review, version, new(asked.Front, asked.Up), planner, reviewer, cancel);
        }
    }

    async Task MakeAsync(Case one, PlanReview review, PlannedVersion asked, Orientation orientation, Guid planner, Guid reviewer, CancellationToken cancel)
    {
        var id = await reviewing.DraftAsync(review, planner, cancel);
        foreach (var old in (await versions.FindAsync(id, cancel))!.Layers.Where(old => asked.Layers.All(layer => Path.GetFileName(layer.File) != old.FileName)))
            await versions.RemoveLayerAsync(id, old.Id, cancel);
        foreach (var layer in asked.Layers)
            if ((await versions.FindAsync(id, cancel))!.Layers.All(known => known.FileName != Path.GetFileName(layer.File)))
            {
                var file = await files.PutAsync(new(Reviewing.Purpose, review.Id, ReviewFiles.Slot, Path.GetFileName(layer.File), book.ReadFile(layer.File), planner), cancel);
                await versions.AddLayerAsync(id, new(file.Id, file.Name, file.Sha256), cancel);
            }

        await versions.PrepareAsync(cancel);
        var made = (await versions.FindAsync(id, cancel))!;
        await versions.DescribeAsync(id, asked.Notes, orientation, [.. asked.Layers.Select(layer => new LayerWords(
            made.Layers.First(known => known.FileName == Path.GetFileName(layer.File)).Id, layer.Title, layer.Kind, layer.Colour, layer.Opacity))], cancel);
        foreach (var (request, answer) in review.LastRequests.Zip(asked.Answers ?? []).ToList()) review.Answer(request.Id, true, answer);
        await db.SaveChangesAsync(cancel);

        if (asked.Report is { } report)
            await files.PutAsync(new(Reviewing.Purpose, review.Id, ReviewFiles.Report, $"relatorio-v{review.Number}.pdf", Written(one, review, report), planner), cancel);
        if (asked.Submitted || asked.Released) await reviewing.SubmitAsync(one, review, planner, cancel);
        if (asked.Released) await reviewing.ReleaseAsync(one, review, [.. Enumerable.Range(0, (await reviewing.TermsAsync(cancel)).Checklist.Count)], reviewer, cancel);
        if (asked.Opened && review.Open(clock.GetUtcNow().UtcDateTime)) await db.SaveChangesAsync(cancel);
        if (asked.Changes is { } changes) await reviewing.RequestChangesAsync(one, review, changes, acceptsPrice: true, one.DentistId, cancel);
        if (asked.Approved) await reviewing.ApproveAsync(one, review, review.HasDownloads ? await SignedAsync(one.DentistId, cancel) : null, one.DentistId, cancel);
    }

    static byte[] Written(Case one, PlanReview review, IReadOnlyList<string> paragraphs)
    {
        var sheet = new Sheet(new("Relatório do planejamento", "Percurso", $"Caso {one.Number}, versão {review.Number}", CultureInfo.GetCultureInfo("pt-BR"))).Heading("Relatório do planejamento").Lead($"Caso {one.Number}, versão {review.Number}");
        foreach (var paragraph in paragraphs) sheet.Paragraph(paragraph);
        return sheet.ToPdf();
    }

    async Task<Signature> SignedAsync(Guid dentist, CancellationToken cancel)
    {
        var (record, statement) = (await records.OfAsync(dentist, cancel), await settings.FindAsync<ApprovalStatement>(cancel));
        return record is { Cro: { Length: > 0 } cro } && statement is not null
            ? new(record.Name, cro, null, null, statement.Number, statement.Text.ToString())
            : throw new RecipeBrokenException("A final plan is signed by a dentist with a CRO, below a statement.");
    }

    async Task<Guid> AccountAsync(string email, CancellationToken cancel) =>
        (await people.ByEmailAsync(email, cancel) ?? throw new RecipeBrokenException($"Nobody has the address {email}.")).Id;
}
