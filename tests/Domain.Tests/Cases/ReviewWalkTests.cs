using FsCheck;
using FsCheck.Fluent;

using Percurso.Cases.Steps.Review;
using Percurso.Cases.Steps.Signing;
using Percurso.Kernel;

using static Percurso.Cases.Steps.Review.ReviewState;

namespace Percurso.Domain.Tests.Cases;

/// <summary>Anybody may try anything with a plan at any time. What is allowed is written here by hand from docs/spec/cases.md, not read from the table.</summary>
public sealed class ReviewWalkTests
{
    static readonly DateTime Start = new(2026, 11, 23, 12, 0, 0, DateTimeKind.Utc);
    static readonly Signature signature = new("Helena Moraes", "SP-CD-12345", "203.0.113.7", "Firefox", 1, "Declaro.");
    static readonly Guid Helena = Guid.CreateVersion7(), Rui = Guid.CreateVersion7();

    [Fact]
    public void Whatever_anybody_tries_the_rules_hold() =>
        Prop.ForAll(Gen.Choose(0, (1 << 27) - 1).ArrayOf(40).ToArbitrary(), tries => Walk(tries)).Check(Config.QuickThrowOnFailure.WithMaxTest(1500));

    [Fact]
    public void Authors_never_release_their_own_work_unless_the_company_says_so()
    {
        var plan = Submitted();
        Assert.Throws<RuleBrokenException>(() => plan.Release(new(plan, Helena), [], Start));
        plan.Release(new(plan, Helena) { OwnWorkAllowed = true }, [], Start);
        Assert.Equal(Awaiting, plan.State);
    }

    [Fact]
    public void What_was_asked_for_is_kept_request_by_request_and_answered_in_the_next_version()
    {
        var plan = Submitted();
        plan.Release(new(plan, Rui), ["Nervo"], Start);
        plan.RequestChanges(new(plan, Helena) { Reason = "Mais mesial.", OpenComments = 1 }, [(Guid.CreateVersion7(), "Aqui toca a raiz.")], Start);
        plan.Begin(Guid.CreateVersion7(), 2);
        plan.Answer(plan.LastRequests.First().Id, true, "Feito.");

        Assert.Equal(["Mais mesial.", "Aqui toca a raiz."], plan.LastRequests.Select(request => request.Words));
        Assert.Equal([true, null], plan.LastRequests.Select(request => request.IsDone));
        Assert.True(plan.IsReleased(1) && !plan.IsReleased(2));
    }

    [Fact]
    public void What_is_approved_changes_with_the_report_and_each_version_has_its_own()
    {
        var (plan, report) = (new PlanReview(Guid.CreateVersion7(), "final-plan", hasDownloads: true), Guid.CreateVersion7());
        plan.Begin(Guid.CreateVersion7(), 1);
        plan.Submit(new(plan, Helena), "hash", Start, (report, "one"));
        var first = plan.Hash;
        plan.Return(new(plan, Rui) { Reason = "O relatório é de outro implante." }, Start);
        plan.Submit(new(plan, Helena), "hash", Start, (report, "other"));
        Assert.True(plan.Hash != first && plan.Hash == plan.HashWith("hash") && !plan.IsOldReport(report));

        plan.Release(new(plan, Rui), [], Start);
        plan.RequestChanges(new(plan, Helena) { Reason = "Mais mesial." }, [], Start);
        plan.Begin(Guid.CreateVersion7(), 2);
        Assert.True(plan.IsOldReport(report));
    }

    [Fact]
    public void An_approval_keeps_who_signed_what_and_is_kept_when_it_is_taken_back()
    {
        var plan = new PlanReview(Guid.CreateVersion7(), "final-plan", hasDownloads: true);
        plan.Begin(Guid.CreateVersion7(), 1);
        plan.Submit(new(plan, Helena), "hash", Start, (Guid.CreateVersion7(), "report"));
        plan.Release(new(plan, Rui), [], Start);
        plan.Approve(new(plan, Helena) { Signed = signature }, Start);
        var approval = plan.Approval!;
        Assert.Equal((plan.Hash, 1, "SP-CD-12345", "203.0.113.7", "Declaro."), (approval.Hash, approval.OfVersion, approval.Cro, approval.Address, approval.Statement));

        plan.TakeBack(new(plan, Helena), Start.AddHours(1));
        Assert.Null(plan.Approval);
        Assert.Equal(Start.AddHours(1), approval.TakenBackAt);
        Assert.True(approval.IsWhole);
    }

    static PlanReview Submitted()
    {
        var plan = new PlanReview(Guid.CreateVersion7(), "preview");
        plan.Begin(Guid.CreateVersion7(), 1);
        plan.Submit(new(plan, Helena), "hash", Start);
        return plan;
    }

    internal static void Walk(int seed)
    {
        var random = new Random(seed);
        Walk([.. Enumerable.Range(0, 40).Select(_ => random.Next(1 << 27))]);
    }

    static void Walk(int[] tries)
    {
        var isFinal = tries.Length > 0 && tries[0] % 3 > 0;
        var plan = new PlanReview(Guid.CreateVersion7(), isFinal ? "final-plan" : "preview", isFinal);
        plan.Begin(Guid.CreateVersion7(), 1);
        foreach (var (i, number) in tries.Index())
        {
            var move = (ReviewMove)(number % 8);
            // Each thing that can stand in the way does so once in four tries.
            bool Stands(int place) => (number >> 3 + 2 * place & 3) == 0;
            var by = Stands(7) ? Helena : Rui;
            var act = new ReviewAct(plan, by)
            {
                Reason = Stands(0) ? " " : "porque sim",
                HasModel = !Stands(1),
                OpenComments = Stands(2) ? 2 : 0,
                Unchecked = Stands(3) ? 1 : 0,
                IsWhole = !Stands(4),
                PathHasGoneOn = Stands(5),
                OwnWorkAllowed = Stands(6),
                HasReport = !Stands(8),
                Signed = Stands(9) ? null : signature,
            };
            var (before, state) = (Picture(plan), plan.State);
            var expected = (state, move) switch
            {
                (Draft, ReviewMove.Submit) => act.HasModel && (!isFinal || act.HasReport) ? InReview : null,
                (InReview, ReviewMove.Return) => act.Reason != " " ? Draft : null,
                (InReview, ReviewMove.Release) => act.Unchecked == 0 && (act.OwnWorkAllowed || plan.AuthorId != by) ? Awaiting : null,
                (Awaiting, ReviewMove.Recall) => plan.OpenedAt is null ? Draft : null,
                (Awaiting, ReviewMove.RequestChanges) => act.Reason != " " || act.OpenComments > 0 ? Draft : null,
                (Awaiting, ReviewMove.Approve) => act.OpenComments == 0 && act.IsWhole && (!isFinal || act.Signed is not null) ? Approved : null,
                (Approved, ReviewMove.TakeBack) => !act.PathHasGoneOn && plan.FetchedAt is null ? Awaiting : null,
                (Approved, ReviewMove.Fetch) => isFinal && act.IsWhole ? Approved : null,
                _ => (ReviewState?)null,
            };

            var happened = Attempt(plan, move, act, Start.AddHours(i));

            Assert.True(happened == expected is not null, $"{move} in {state} should {(expected is null ? "not " : "")}be allowed: {act}");
            if (!happened) Assert.Equal(before, Picture(plan));
            else Assert.Equal(expected, plan.State);
            Demand(plan);
            if (happened && move == ReviewMove.RequestChanges) plan.Begin(Guid.CreateVersion7(), plan.Number + 1);
            if (number % 11 == 0) plan.Open(Start.AddHours(i));
        }
    }

    /// <summary>What must be so at any moment.</summary>
    static void Demand(PlanReview plan)
    {
        Assert.Equal(plan.State == Approved, plan.ApprovedAt is not null);
        Assert.Equal(plan.State == Draft, plan.Hash is null || plan.State == Draft);
        Assert.Equal(plan.Lines.Count(line => line.Move == ReviewMove.RequestChanges), plan.Rounds);
        Assert.Equal(Enumerable.Range(1, plan.Lines.Count), plan.Lines.Select(line => line.Number));
        Assert.Equal(plan.State == Approved && plan.HasDownloads, plan.Approval is { IsWhole: true });
        Assert.True(plan.FetchedAt is null || plan.Approval is not null);
        Assert.True(plan.OpenedAt is null || plan.State is not InReview);
    }

    static bool Attempt(PlanReview plan, ReviewMove move, ReviewAct act, DateTime now)
    {
        try
        {
            switch (move)
            {
                case ReviewMove.Submit: plan.Submit(act, "hash", now, plan.HasDownloads ? (Guid.CreateVersion7(), "report") : null); break;
                case ReviewMove.Return: plan.Return(act, now); break;
                case ReviewMove.Release: plan.Release(act, [], now); break;
                case ReviewMove.Recall: plan.Recall(act, now); break;
                case ReviewMove.RequestChanges: plan.RequestChanges(act, [], now); break;
                case ReviewMove.Approve: plan.Approve(act, now); break;
                case ReviewMove.Fetch: plan.Fetch(act, now); break;
                default: plan.TakeBack(act, now); break;
            }

            return true;
        }
        catch (RuleBrokenException)
        {
            return false;
        }
    }

    static string Picture(PlanReview plan) =>
        $"{plan.State} {plan.Number} {plan.Hash} {plan.AuthorId} {plan.OpenedAt:O} {plan.Rounds} {plan.ApprovedAt:O} {plan.FetchedAt:O} {plan.Approval?.Id} {plan.Version} {plan.Lines.Count} {plan.Requests.Count} {plan.Recorded.Count}";
}
