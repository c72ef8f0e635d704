using System.Globalization;

using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Data;
using Percurso.Cases.Domain;
using Percurso.Cases.Pages.Review;
using Percurso.Cases.Steps.Review;
using Percurso.Files.Contracts;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Print;
using Percurso.Kernel.Web;
using Percurso.Viewer.Contracts;

namespace Percurso.Cases.Filed;

/// <summary>
/// The plans of each step in which plans are approved: what happened, what was asked for, what was said on the model, every version with its hash, every approval on
/// paper. The originals are the company's; the dentist has those of a final plan once they have fetched them.
/// </summary>
sealed class PlansPart(CasesDb db, IVersions versions, IComments comments, FinalPlan final, ApprovalPaper paper, SiteIdentity site, Names names, Words words) : ICaseFilePart
{
    public async Task<IReadOnlyList<ZipPiece>> OfAsync(Case one, FileReader reader, CancellationToken cancel)
    {
        var pieces = new List<ZipPiece>();
        foreach (var plan in await db.WholeReviews.AsNoTracking().Where(review => review.CaseId == one.Id).ToListAsync(cancel)) pieces.AddRange(await OfAsync(one, plan, reader, cancel));
        return pieces;
    }

    async Task<IReadOnlyList<ZipPiece>> OfAsync(Case one, PlanReview plan, FileReader reader, CancellationToken cancel)
    {
        var folder = $"planejamento/{plan.Step}";
        var shown = (await versions.OfAsync(Reviewing.Purpose, plan.Id, cancel)).Where(version => reader.IsCompany || plan.IsReleased(version.Number)).ToList();
        var lines = plan.Lines.Where(line => reader.IsCompany || line.IsForDentist).ToList();
        var name = await names.OfAsync([.. lines.Select(line => (Guid?)line.By), .. shown.Select(version => (Guid?)version.MadeBy)], cancel);
        List<ZipPiece> pieces =
        [
            .. Pieces.Sheet($"{folder}/historico.csv", [words["Quando (UTC)"], words["Quem"], words["O que aconteceu"], words["O que escreveu"]],
                lines.Select(line => new[] { Pieces.Time(line.At), name(line.By), PlanWords.Of(line, words), line.Words ?? "" })),
            .. Pieces.Sheet($"{folder}/versoes.csv", [words["Versão"], words["Enviada (UTC)"], words["O que mudou"], words["Camada"], "SHA-256", words["Impressão digital da versão"]],
                shown.SelectMany(version => version.Layers.Select(layer => new[]
                {
                    version.Number.ToString(CultureInfo.InvariantCulture), Pieces.Time(version.SealedAt), version.Notes ?? "", layer.Name, layer.FileSha256, version.Hash ?? "",
                }))),
            .. Pieces.Sheet($"{folder}/pedidos.csv", [words["Versão"], words["Mudança pedida"], words["Atendido"], words["Resposta"]],
                plan.Requests.Select(request => new[]
                {
                    request.OfVersion.ToString(CultureInfo.InvariantCulture), request.Words, request.IsDone switch { true => words["Sim"], false => words["Não"], null => "" }, request.Said ?? "",
                })),
            .. Pieces.Sheet($"{folder}/comentarios.csv", [words["Versão"], words["Quando (UTC)"], words["Quem"], words["Comentário"], words["Lugar no modelo (mm)"], words["Resolvido (UTC)"]], await CommentsAsync(shown, cancel)),
        ];
        foreach (var version in shown.Where(version => MayHave(plan, version, reader)))
            pieces.AddRange(FinalPlan.FilesOf(one, plan, version).Select(file => new ZipPiece($"{folder}/{file.Name}", file)));
        if (plan.Approval is { } approval && shown.Find(version => version.Id == plan.VersionId) is { } approved && await final.AreRowsWholeAsync(plan, cancel))
            pieces.Add(new($"{folder}/{one.Number}_v{approval.OfVersion}_aprovacao.pdf", null, paper.Write(Head(one, plan.Step, approval), one.Number, approval, approved, plan.ReportOf(approval.OfVersion)?.Sha256)));
        return pieces;
    }

    /// <summary>Taking them out here must not be the first fetching, which ends taking the approval back.</summary>
    static bool MayHave(PlanReview plan, VersionView version, FileReader reader) =>
        reader.IsCompany ? version.IsSealed : plan is { HasDownloads: true, State: ReviewState.Approved, FetchedAt: not null } && version.Id == plan.VersionId;

    async Task<IReadOnlyList<string[]>> CommentsAsync(IReadOnlyList<VersionView> shown, CancellationToken cancel)
    {
        var lines = new List<string[]>();
        foreach (var version in shown)
            foreach (var comment in await comments.OfAsync(version.Id, cancel))
            {
                var place = comment.Place is null ? "" : string.Join(" ", comment.Place.Select(one => one.ToString("0.00", CultureInfo.InvariantCulture)));
                lines.Add([$"{version.Number}", Pieces.Time(comment.At), comment.Name, comment.Text, place, Pieces.Time(comment.ClosedAt)]);
                lines.AddRange(comment.Replies.Select(reply => new[] { $"{version.Number}", Pieces.Time(reply.At), reply.Name, reply.Text, "", "" }));
            }

        return lines;
    }

    SheetHead Head(Case one, string step, Approval approval) => new(words["Aprovação do planejamento final"], site.Name, words["Caso {0}, versão {1}", one.Number, approval.OfVersion], CultureInfo.CurrentUICulture)
    {
        Path = (one.Steps.Count, one.Steps.ToList().FindIndex(known => known.Key == step) + 1),
    };
}
