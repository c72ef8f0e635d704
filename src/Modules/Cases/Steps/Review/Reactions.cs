using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Contracts;
using Percurso.Cases.Contracts;
using Percurso.Cases.Data;
using Percurso.Cases.Mail;
using Percurso.Cases.Reactions;
using Percurso.Files.Contracts;
using Percurso.Kernel.Events;
using Percurso.Viewer.Contracts;

namespace Percurso.Cases.Steps.Review;

/// <summary>A mesh has come for a plan and can be read: it becomes a layer of the version that is being made.</summary>
sealed class LayerArrives(CasesDb db, Reviewing reviewing, IVersions versions, IFiles files) : IHandle<FileJudged>
{
    public async Task HandleAsync(FileJudged fact, CancellationToken cancel)
    {
        if (fact.Purpose != Reviewing.Purpose || fact.Slot != ReviewFiles.Slot || fact.State == FileState.Refused) return;
        // Of two meshes that come at once the second waits: one version is begun, not two.
        await db.Database.ExecuteSqlAsync($"select id from cases.review where id = {fact.SubjectId} for update", cancel);
        if (await db.WholeReviews.SingleOrDefaultAsync(row => row.Id == fact.SubjectId, cancel) is not { State: ReviewState.Draft } review) return;

        // What was taken out of a version does not come back by itself.
        if ((await versions.OfAsync(Reviewing.Purpose, review.Id, cancel)).Any(version => version.Layers.Any(layer => layer.FileId == fact.FileId))) return;

        var file = (await files.OfAsync(fact.Purpose, fact.SubjectId, cancel)).Single(one => one.Id == fact.FileId);
        await versions.AddLayerAsync(await reviewing.DraftAsync(review, file.SentBy ?? Guid.Empty, cancel), new(file.Id, file.Name, file.Sha256), cancel);
    }
}

/// <summary>A version waits: to all who may release it, but its author. It came back: to its author. Neither can be switched off.</summary>
sealed class TellOfPlans(Tell tell, CasesDb db, IStaff staff, IFindPeople people) : IHandle<PlanSubmitted>, IHandle<PlanReturned>
{
    public async Task HandleAsync(PlanSubmitted fact, CancellationToken cancel)
    {
        var others = (await staff.WithAsync(CasesPermissions.Review, cancel)).Where(person => person.Id != fact.By);
        await TellAsync(fact.CaseId, fact.Step, isBack: false, others, cancel);
    }

    public async Task HandleAsync(PlanReturned fact, CancellationToken cancel)
    {
        var author = await db.Reviews.Where(row => row.CaseId == fact.CaseId && row.Step == fact.Step).Select(row => row.AuthorId).SingleAsync(cancel);
        await TellAsync(fact.CaseId, fact.Step, isBack: true, (await people.ByIdAsync([author ?? Guid.Empty], cancel)).Values, cancel);
    }

    async Task TellAsync(Guid caseId, string step, bool isBack, IEnumerable<KnownPerson> to, CancellationToken cancel)
    {
        var one = await tell.CaseAsync(caseId, cancel);
        var title = (await tell.PathwayAsync(one, cancel)).Step(step).Title;
        await tell.ThatAsync(null, one, new PlanMovesLetter(tell.Named(one, $"/passos/{step}/revisao"), title, isBack), to, cancel);
    }
}
