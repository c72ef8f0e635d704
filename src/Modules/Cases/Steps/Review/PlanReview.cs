using System.Security.Cryptography;
using System.Text;

using Percurso.Kernel;
using Percurso.Kernel.Data;

namespace Percurso.Cases.Steps.Review;

/// <summary>
/// The plan of one step of one case: which version stands, whose desk it lies on, what was asked for, who approved what. The versions themselves, with their
/// meshes and comments, are the Viewer's.
/// </summary>
sealed class PlanReview : Aggregate
{
    public const int WordsLength = 2000;
    public const int MostRequests = 100;

    readonly List<ReviewLine> lines = [];
    readonly List<ChangeRequest> requests = [];
    readonly List<PlanReport> reports = [];
    readonly List<Approval> approvals = [];

    PlanReview() { }

    public PlanReview(Guid caseId, string step, bool hasDownloads = false) => (CaseId, Step, HasDownloads) = (caseId, step, hasDownloads);

    public Guid CaseId { get; private init; }
    public string Step { get; private init; } = "";
    public ReviewState State { get; private set; }

    /// <summary>Whether it is the final plan: a report goes with it, approving is signed, and what was approved may be fetched.</summary>
    public bool HasDownloads { get; private init; }

    /// <summary>The version that is being made, looked at or approved; null until the planner begins. In Viewer.</summary>
    public Guid? VersionId { get; private set; }

    /// <summary>Its number; 0 without one.</summary>
    public int Number { get; private set; }

    /// <summary>What it hashed to when it was submitted; null while it is being made.</summary>
    public string? Hash { get; private set; }

    /// <summary>Who submitted it last.</summary>
    public Guid? AuthorId { get; private set; }

    /// <summary>When the dentist's side first opened the version that lies before it.</summary>
    public DateTime? OpenedAt { get; private set; }

    /// <summary>How often changes were asked for.</summary>
    public int Rounds { get; private set; }
    public DateTime? ApprovedAt { get; private set; }
    public Guid? ApprovedBy { get; private set; }

    /// <summary>When the dentist's side first fetched what was approved: from then on the approval stands.</summary>
    public DateTime? FetchedAt { get; private set; }

    /// <summary>The approval that stands; null without, and of a plan that is not signed.</summary>
    public Approval? Approval => State == ReviewState.Approved ? approvals.Where(one => one.TakenBackAt is null).MaxBy(one => one.At) : null;

    /// <summary>The report of a version, once it was submitted.</summary>
    public PlanReport? ReportOf(int version) => reports.Find(report => report.OfVersion == version);

    /// <summary>Whether a file was an earlier version's report: each version has its own.</summary>
    public bool IsOldReport(Guid file) => reports.Exists(report => report.FileId == file && report.OfVersion < Number);

    /// <summary>What happened to it, in order.</summary>
    public IReadOnlyList<ReviewLine> Lines => [.. lines.OrderBy(line => line.Number)];

    /// <summary>What was asked for in all rounds, in order.</summary>
    public IReadOnlyList<ChangeRequest> Requests => [.. requests.OrderBy(request => request.Position)];

    /// <summary>What was asked for of the version before this one.</summary>
    public IEnumerable<ChangeRequest> LastRequests => Requests.Where(request => request.OfVersion == Number - 1);

    /// <summary>Whether the dentist's side may see a version: what was before the one at hand was released, that one only once it is.</summary>
    public bool IsReleased(int number) => number < Number || number == Number && State is ReviewState.Awaiting or ReviewState.Approved;

    /// <summary>A version is begun: the first, or the next after changes were asked for.</summary>
    public void Begin(Guid version, int number)
    {
        (VersionId, Number, Hash, OpenedAt) = (version, number, null, null);
        Changed();
    }

    /// <summary>The dentist's side looks at what lies before it: from now on it cannot be recalled.</summary>
    public bool Open(DateTime now)
    {
        if (State != ReviewState.Awaiting || OpenedAt is not null) return false;

        OpenedAt = now;
        Changed();
        return true;
    }

    /// <param name="act">By the author.</param>
    /// <param name="hash">Of the sealed version.</param>
    /// <param name="now">UTC.</param>
    /// <param name="report">The file and its SHA-256, of a plan that has one.</param>
    public void Submit(ReviewAct act, string hash, DateTime now, (Guid File, string Sha256)? report = null)
    {
        Move(ReviewMove.Submit, ReviewRole.Planner, act, now);
        if (report is var (file, sha256))
        {
            if (ReportOf(Number) is not { } known) reports.Add(known = new() { ReviewId = Id, OfVersion = Number });
            (known.FileId, known.Sha256) = (file, sha256);
        }

        (AuthorId, Hash) = (act.By, HashWith(hash));
        Record(new PlanSubmitted(CaseId, Step, act.By));
    }

    public void Return(ReviewAct act, DateTime now)
    {
        Move(ReviewMove.Return, ReviewRole.Reviewer, act, now);
        Hash = null;
        Record(new PlanReturned(CaseId, Step));
    }

    /// <param name="act">By somebody else than the author.</param>
    /// <param name="ticked">The lines of the checklist as they read then, kept for ever.</param>
    /// <param name="now">UTC.</param>
    public void Release(ReviewAct act, IReadOnlyList<string> ticked, DateTime now)
    {
        Move(ReviewMove.Release, ReviewRole.Reviewer, act with { Reason = ticked.Count == 0 ? null : string.Join('\n', ticked) }, now);
        OpenedAt = null;
    }

    public void Recall(ReviewAct act, DateTime now)
    {
        Move(ReviewMove.Recall, ReviewRole.Planner, act, now);
        Hash = null;
    }

    /// <param name="act">With what they wrote.</param>
    /// <param name="comments">The comments that are open: each is a request of its own.</param>
    /// <param name="now">UTC.</param>
    public void RequestChanges(ReviewAct act, IReadOnlyList<(Guid Comment, string Text)> comments, DateTime now)
    {
        Move(ReviewMove.RequestChanges, ReviewRole.Dentist, act, now);
        Rounds++;
        if (!string.IsNullOrWhiteSpace(act.Reason)) Ask(act.Reason.Trim(), null);
        foreach (var (comment, text) in comments) Ask(text, comment);
    }

    /// <summary>Of a version and its report: what is approved. Without a report it is the version's own.</summary>
    public string HashWith(string version) => ReportOf(Number) is { } report
        ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"percurso final plan 1\n{version}\n{report.FileId}\t{report.Sha256}")))
        : version;

    public void Approve(ReviewAct act, DateTime now)
    {
        Move(ReviewMove.Approve, ReviewRole.Dentist, act, now);
        if (HasDownloads) approvals.Add(new(this, act.Signed!, act.By, now));
        (ApprovedAt, ApprovedBy) = (now, act.By);
    }

    public void TakeBack(ReviewAct act, DateTime now)
    {
        var taken = Approval;
        Move(ReviewMove.TakeBack, ReviewRole.Dentist, act, now);
        if (taken is not null) taken.TakenBackAt = now;
        (ApprovedAt, ApprovedBy) = (null, null);
    }

    /// <summary>Somebody of the dentist's side fetches what was approved; the first time is remembered.</summary>
    public void Fetch(ReviewAct act, DateTime now)
    {
        if (FetchedAt is null) Move(ReviewMove.Fetch, ReviewRole.Dentist, act, now);
        else ReviewFlow.Table.Do(State, ReviewRole.Dentist, ReviewMove.Fetch, act);
        FetchedAt ??= now;
    }

    /// <summary>What became of a request in the version that is being made.</summary>
    public void Answer(Guid request, bool? isDone, string? words)
    {
        if (State != ReviewState.Draft) throw new RuleBrokenException("Isto não pode ser feito agora. Veja na página o que é possível neste momento.");
        if (words is { Length: > ChangeRequest.AnswerLength }) throw new RuleBrokenException("A resposta passa de 500 letras. Escreva-a mais curta.");

        requests.Find(one => one.Id == request)?.Answer(isDone, string.IsNullOrWhiteSpace(words) ? null : words.Trim());
        Changed();
    }

    void Ask(string words, Guid? comment)
    {
        if (requests.Count(one => one.OfVersion == Number) < MostRequests)
            requests.Add(new() { ReviewId = Id, OfVersion = Number, Position = requests.Count, Words = words, CommentId = comment });
    }

    void Move(ReviewMove move, ReviewRole who, ReviewAct act, DateTime now)
    {
        if (act.Reason is { Length: > WordsLength }) throw new RuleBrokenException("O texto passa de 2.000 letras. Escreva-o mais curto.") { Field = "Input.Words" };

        State = ReviewFlow.Table.Do(State, who, move, act);
        lines.Add(new() { ReviewId = Id, Number = lines.Count + 1, At = now, By = act.By, Move = move, OfVersion = Number, Words = string.IsNullOrWhiteSpace(act.Reason) ? null : act.Reason.Trim() });
        Changed();
    }
}
