using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

using Percurso.Cases.Domain;
using Percurso.Cases.Pages.Cases;
using Percurso.Cases.Steps.Meeting;
using Percurso.Cases.Steps.Review;
using Percurso.Cases.Steps.Signing;
using Percurso.Clinics.Contracts;
using Percurso.Files.Contracts;
using Percurso.Kernel;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Security;
using Percurso.Kernel.Settings;
using Percurso.Theme.Contracts;
using Percurso.Viewer.Contracts;

namespace Percurso.Cases.Pages.Review;

/// <summary>The plan of a step: the dentist looks, comments, approves or asks for changes; the company makes, releases and follows.</summary>
[Authorize]
sealed class ReviewModel(
    CaseFrame frame, Reviewing reviewing, FurtherRounds rounds, IVersions versions, IComments comments, IClinicRights rights, IPeople people, Signer signer,
    ISettings settings, MeetingTalk talk, Data.CasesDb db, TimeProvider clock, Words words) : StepPage(frame)
{
    /// <summary>An older version, to be read; null for the one at hand.</summary>
    [BindProperty(Name = "versao", SupportsGet = true)]
    public int? Asked { get; set; }

    public WordsForm Input { get; set; } = new();

    public ReasonForm Back { get; set; } = new();

    /// <summary>Which lines of the checklist were marked when a release was refused, by their place.</summary>
    public IReadOnlyList<int> Ticked { get; private set; } = [];

    public PlanReview Plan { get; private set; } = null!;

    public IReadOnlyList<VersionView> Versions { get; private set; } = [];

    /// <summary>The version on the page; null while there is none this reader may see.</summary>
    public VersionView? Shown { get; private set; }

    public ViewerFrame? Viewer { get; private set; }

    public ReviewTerms Terms { get; private set; } = ReviewTerms.None;

    public RoundsLeft Rounds { get; private set; } = new(null, 0, null);

    public bool MayApprove { get; private set; }

    public bool MayAsk { get; private set; }

    /// <summary>Whether this reader may fetch what was approved.</summary>
    public bool MayFetch { get; private set; }

    /// <summary>What approving a final plan declares; null where the company has not written it.</summary>
    public ApprovalStatement? Statement { get; private set; }

    /// <summary>The report of the version on the page.</summary>
    public Original? Report { get; private set; }

    /// <summary>What is fetched once it is approved.</summary>
    public IReadOnlyList<(string Title, Original File)> Files { get; private set; } = [];

    public int OpenComments { get; private set; }

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public bool IsOld => Shown is not null && Shown.Id != Plan.VersionId;

    /// <summary>Whether the page offers a move to this reader; what stands in its way it says itself.</summary>
    public bool Offers(ReviewRole role, ReviewMove move) => !Case.HasEnded && ReviewFlow.Table.Find(Plan.State, role, move) is not null;

    /// <summary>Until the first file is fetched or the path has gone on.</summary>
    public bool MayTakeBack => MayApprove && Plan.FetchedAt is null && Offers(ReviewRole.Dentist, ReviewMove.TakeBack) && !Case.HasGoneOnAfter(Here);

    public bool IsOwnWork => !Terms.OwnWorkAllowed && Plan.AuthorId == Reader.Account;

    protected override string Kind => ReviewKind.KindName;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await ShowAgainAsync(cancel);
        if (Asked is not null && Shown is null) return NotFound();
        // Whoever of the staff looks through the dentist's eyes has not opened it for them.
        if (!Reader.IsCompany && User.SeenBy() is null && Shown?.Id == Plan.VersionId && Plan.Open(clock.GetUtcNow().UtcDateTime)) await db.SaveChangesAsync(cancel);
        return Page();
    }

    public Task<IActionResult> OnPostSubmitAsync(CancellationToken cancel) =>
        ActAsync(Reader.MaySteer, plan => reviewing.SubmitAsync(Case, plan, Reader.Account, cancel), words["A versão espera conferência por outra pessoa."], cancel);

    public Task<IActionResult> OnPostReturnAsync([FromForm(Name = "Back")] ReasonForm back, CancellationToken cancel)
    {
        Back = back;
        return ActAsync(Reader.MayReview, plan => reviewing.ReturnAsync(Case, plan, back.Words, Reader.Account, cancel), words["A versão voltou para quem planejou."], cancel);
    }

    public Task<IActionResult> OnPostReleaseAsync(int[] ticked, CancellationToken cancel)
    {
        Ticked = ticked;
        return ActAsync(Reader.MayReview, plan => reviewing.ReleaseAsync(Case, plan, ticked, Reader.Account, cancel), words["A versão está com o dentista."], cancel);
    }

    public Task<IActionResult> OnPostRecallAsync(CancellationToken cancel) =>
        ActAsync(Reader.MaySteer, plan => reviewing.RecallAsync(Case, plan, Reader.Account, cancel), words["A versão foi recolhida antes que o dentista a abrisse."], cancel);

    public async Task<IActionResult> OnPostChangesAsync([FromForm(Name = "Input")] WordsForm input, CancellationToken cancel)
    {
        Input = input;
        var may = !Reader.IsCompany && await rights.MayAsync(Reader.Account, Case.ClinicId, ClinicAct.AskForChanges, cancel, Case.DentistId);
        return await ActAsync(
            may, plan => reviewing.RequestChangesAsync(Case, plan, input.Words, input.AcceptsPrice, Reader.Account, cancel), words["O pedido de mudanças está com quem planeja."], cancel);
    }

    /// <param name="given">The password or the code, which a final plan asks for.</param>
    /// <param name="statement">The number of the statement that was on the page.</param>
    /// <param name="cancel">Stops before anything is saved.</param>
    public async Task<IActionResult> OnPostApproveAsync([FromForm(Name = "Proof")] string? given, int? statement, CancellationToken cancel)
    {
        var may = !Reader.IsCompany && await rights.MayAsync(Reader.Account, Case.ClinicId, ClinicAct.Approve, cancel, Case.DentistId);
        return await ActAsync(
            may, async plan => await reviewing.ApproveAsync(Case, plan, plan.HasDownloads ? await signer.SignAsync<ApprovalStatement>(HttpContext, given, statement, cancel) : null, Reader.Account, cancel), words["A versão está aprovada."], cancel);
    }

    public async Task<IActionResult> OnPostTakeBackAsync(CancellationToken cancel)
    {
        var may = !Reader.IsCompany && await rights.MayAsync(Reader.Account, Case.ClinicId, ClinicAct.Approve, cancel, Case.DentistId);
        return await ActAsync(may, plan => reviewing.TakeBackAsync(Case, plan, Reader.Account, cancel), words["A aprovação foi retirada. A versão espera a sua decisão."], cancel);
    }

    public override async Task ShowAgainAsync(CancellationToken cancel)
    {
        Plan = await reviewing.FindAsync(Id, Step, cancel);
        Terms = await reviewing.TermsAsync(cancel);
        var all = await versions.OfAsync(Reviewing.Purpose, Plan.Id, cancel);
        Versions = [.. all.Where(version => Reader.IsCompany ? version.Layers.Count > 0 : Plan.IsReleased(version.Number))];
        Shown = Asked is { } number ? Versions.FirstOrDefault(version => version.Number == number) : Versions.Count > 0 ? Versions[^1] : null;
        if (Plan.HasDownloads) await ShowFinalAsync(cancel);
        if (Shown is not null)
        {
            var said = await comments.OfAsync(Shown.Id, cancel);
            OpenComments = said.Count(comment => comment.IsOpen);
            Viewer = new(
                Shown, Versions.LastOrDefault(version => version.Number < Shown.Number), said, ReviewViews.Of(Plan, Reader, Shown, Case.HasEnded, await talk.IsOnAsync(Id, cancel)),
                words["{0}, versão {1}", InPathway.Title, Shown.Number].Value);
        }

        if (!Reader.IsCompany)
        {
            MayApprove = await rights.MayAsync(Reader.Account, Case.ClinicId, ClinicAct.Approve, cancel, Case.DentistId);
            MayFetch = await rights.MayAsync(Reader.Account, Case.ClinicId, ClinicAct.Order, cancel, Case.DentistId);
            MayAsk = await rights.MayAsync(Reader.Account, Case.ClinicId, ClinicAct.AskForChanges, cancel, Case.DentistId);
        }

        Rounds = await rounds.OfAsync(Case, cancel);
        var names = new Dictionary<Guid, string>();
        foreach (var by in Plan.Lines.Select(line => line.By).Distinct()) names[by] = await people.NameOfAsync(by, cancel) ?? "";
        Names = names;
    }

    async Task ShowFinalAsync(CancellationToken cancel)
    {
        Statement = await settings.FindAsync<ApprovalStatement>(cancel);
        if (Shown is null) return;

        Report = FinalPlan.ReportOf(Case, Plan, Shown.Number);
        if (Plan.State == ReviewState.Approved && Shown.Id == Plan.VersionId)
            Files = [.. Shown.Layers.Select(layer => layer.Name).Append(words["Relatório"].Value).Zip(FinalPlan.FilesOf(Case, Plan, Shown))];
    }

    async Task<IActionResult> ActAsync(bool may, Func<PlanReview, Task> act, string sentence, CancellationToken cancel)
    {
        if (!may) return Forbid();

        Asked = null;
        await act(await reviewing.FindAsync(Id, Step, cancel));
        TempData.Confirm(sentence);
        return RedirectToPage(new { Id, Step });
    }

    internal sealed class WordsForm
    {
        [StringLength(PlanReview.WordsLength, ErrorMessage = "O texto passa de 2.000 letras. Escreva-o mais curto.")]
        public string? Words { get; set; }

        public bool AcceptsPrice { get; set; }
    }

    internal sealed class ReasonForm
    {
        [Required(ErrorMessage = "Escreva por que a versão volta: quem planejou lê isto.")]
        [StringLength(PlanReview.WordsLength, ErrorMessage = "O texto passa de 2.000 letras. Escreva-o mais curto.")]
        public string Words { get; set; } = "";
    }
}
