using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

using Percurso.Cases.Pages.Cases;
using Percurso.Cases.Steps.Review;
using Percurso.Files.Contracts;
using Percurso.Kernel;
using Percurso.Kernel.Localization;
using Percurso.Theme.Contracts;
using Percurso.Viewer.Contracts;

namespace Percurso.Cases.Pages.Review;

/// <summary>The planner's desk: meshes become layers, layers get names and colours, requests their answers; then the version goes to be looked at.</summary>
[Authorize]
sealed class PrepareModel(CaseFrame frame, Reviewing reviewing, FinalPlan final, IVersions versions, IFiles files, Data.CasesDb db, Words words) : StepPage(frame)
{
    public PlanForm Input { get; set; } = new();

    public PlanReview Plan { get; private set; } = null!;

    /// <summary>Null while nothing has come.</summary>
    public VersionView? Version { get; private set; }

    /// <summary>The report of this version, once one has come; only a final plan has one.</summary>
    public FileView? Report { get; private set; }

    /// <summary>What came and is no layer: being checked, or refused.</summary>
    public IReadOnlyList<FileView> Others { get; private set; } = [];

    /// <summary>The checks' words on the files of layers, by file.</summary>
    public IReadOnlyDictionary<Guid, FileView> Files { get; private set; } = new Dictionary<Guid, FileView>();

    /// <summary>Whether the page should read itself again in a moment.</summary>
    public bool IsWaiting => Others.Any(file => file.State == FileState.Checking) || Version is not null && Version.Layers.Any(layer => layer.Mesh.State == MeshState.Preparing);

    protected override string Kind => ReviewKind.KindName;

    protected override Task<bool> IsForReaderAsync(CancellationToken cancel) => Task.FromResult(Reader.MaySteer);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await ShowAgainAsync(cancel);
        if (Plan.State != ReviewState.Draft || Case.HasEnded) return Redirect(Back);

        Input = PlanForm.Of(Version, Plan);
        return Page();
    }

    /// <summary>Names, colours, notes and answers; then, if asked, it is submitted.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm(Name = "Input")] PlanForm input, bool submit, CancellationToken cancel)
    {
        Input = input;
        Plan = await reviewing.FindAsync(Id, Step, cancel);
        var version = Plan.VersionId ?? throw new RuleBrokenException("Envie pelo menos uma malha.");
        if (Plan.State != ReviewState.Draft) throw new RuleBrokenException("Isto não pode ser feito agora. Veja na página o que é possível neste momento.");

        await versions.DescribeAsync(version, input.Notes, new(input.Front, input.Up), [.. input.Layers.Select(layer => layer.Read())], cancel);
        foreach (var answer in input.Answers) Plan.Answer(answer.Id, answer.Done switch { "yes" => true, "no" => false, _ => null }, answer.Words);
        await db.SaveChangesAsync(cancel);
        if (submit) await reviewing.SubmitAsync(Case, Plan, Reader.Account, cancel);
        TempData.Confirm(submit ? words["A versão espera conferência por outra pessoa."] : words["A versão está salva."]);
        return submit ? Redirect(Back) : RedirectToPage(new { Id, Step });
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid layer, CancellationToken cancel)
    {
        Plan = await reviewing.FindAsync(Id, Step, cancel);
        if (Plan.VersionId is not { } version || Plan.State != ReviewState.Draft) return NotFound();

        await versions.RemoveLayerAsync(version, layer, cancel);
        TempData.Confirm(words["A camada saiu desta versão. O arquivo continua guardado."]);
        return RedirectToPage(new { Id, Step });
    }

    public override async Task ShowAgainAsync(CancellationToken cancel)
    {
        Plan = await reviewing.FindAsync(Id, Step, cancel);
        Version = Plan.VersionId is { } version ? await versions.FindAsync(version, cancel) : null;
        Report = await final.ReportAsync(Plan, cancel);
        var all = await files.OfAsync(Reviewing.Purpose, Plan.Id, cancel);
        Files = all.ToDictionary(file => file.Id);
        var layered = Version?.Layers.Select(layer => layer.FileId).ToHashSet() ?? [];
        Others = [.. all.Where(file => !layered.Contains(file.Id) && file.State is FileState.Checking or FileState.Refused && file.SentAt >= (Version?.MadeAt ?? DateTime.MinValue))];
    }

    string Back => $"/casos/{Id}/passos/{Step}/revisao";
}
