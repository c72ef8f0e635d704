using System.ComponentModel.DataAnnotations;
using System.Globalization;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using Percurso.Cases.Contracts;
using Percurso.Cases.Rights;
using Percurso.Cases.Steps.Signing;
using Percurso.Kernel;
using Percurso.Kernel.Audit;
using Percurso.Kernel.Data;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Settings;
using Percurso.Kernel.Web;
using Percurso.Theme.Contracts;

namespace Percurso.Cases.Pages.Cases.Staff;

/// <summary>What dentists declare by signing.</summary>
[Authorize(Policy = CasesPermissions.EditReview)]
sealed class StatementsPageModel(ISettings settings, IAudit audit, Words words) : PageModel, IShowAgain
{
    const string TooLong = "A declaração passa de 6.000 letras. Escreva-a mais curta.";

    static readonly CultureInfo portuguese = CultureInfo.GetCultureInfo("pt-BR");

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>Which version of the approval's counts; 0 before the first.</summary>
    public int Approval { get; private set; }

    /// <inheritdoc cref="Approval" />
    public int Waiver { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await ShowAgainAsync(cancel);
        var (approval, waiver) = (await settings.FindAsync<ApprovalStatement>(cancel), await settings.FindAsync<WaiverStatement>(cancel));
        Input = new()
        {
            Approval = approval?.Text.In(portuguese),
            ApprovalEnglish = approval?.Text.ByCulture.GetValueOrDefault("en"),
            Waiver = waiver?.Text.In(portuguese),
            WaiverEnglish = waiver?.Text.ByCulture.GetValueOrDefault("en"),
        };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var approval = await NextAsync<ApprovalStatement>(Input.Approval, Input.ApprovalEnglish, "Escreva a declaração: sem ela nenhum planejamento final pode ser aprovado.", "Input.Approval", cancel);
        var waiver = await NextAsync<WaiverStatement>(Input.Waiver, Input.WaiverEnglish, "Escreva a declaração: sem ela nenhuma videoconferência pode ser dispensada.", "Input.Waiver", cancel);
        using (var together = Together.Begin())
        {
            await SaveAsync(approval, cancel);
            await SaveAsync(waiver, cancel);
            together.Complete();
        }

        TempData.Confirm(words["As declarações foram salvas."]);
        return RedirectToPage();
    }

    public async Task ShowAgainAsync(CancellationToken cancel) =>
        (Approval, Waiver) = ((await settings.FindAsync<ApprovalStatement>(cancel))?.Number ?? 0, (await settings.FindAsync<WaiverStatement>(cancel))?.Number ?? 0);

    /// <summary>Null where the words stay as they are.</summary>
    async Task<TStatement?> NextAsync<TStatement>(string? text, string? english, string missing, string field, CancellationToken cancel) where TStatement : class, IStatement<TStatement>
    {
        var now = await settings.FindAsync<TStatement>(cancel);
        var (here, there) = (Plain(text), Plain(english));
        if (here.Length == 0)
            return now is null && there.Length == 0 ? null : throw new RuleBrokenException(missing) { Field = field };
        if (now is not null && now.Text.In(portuguese) == here && (now.Text.ByCulture.GetValueOrDefault("en") ?? "") == there) return null;

        return TStatement.Of((now?.Number ?? 0) + 1, there.Length == 0 ? (LocalText)here : new(new Dictionary<string, string> { ["pt-BR"] = here, ["en"] = there }));
    }

    async Task SaveAsync<TStatement>(TStatement? next, CancellationToken cancel) where TStatement : class, IStatement<TStatement>
    {
        if (next is null) return;

        await settings.SetAsync(next, cancel);
        await audit.RecordAsync(CasesActs.StatementChanged, TStatement.Key, new Dictionary<string, string> { ["version"] = $"{next.Number}" }, cancel);
    }

    /// <summary>Browsers send lines as Windows ends them.</summary>
    static string Plain(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();

    internal sealed class Form
    {
        [StringLength(IStatement.TextLength, ErrorMessage = TooLong)]
        public string? Approval { get; set; }

        [StringLength(IStatement.TextLength, ErrorMessage = TooLong)]
        public string? ApprovalEnglish { get; set; }

        [StringLength(IStatement.TextLength, ErrorMessage = TooLong)]
        public string? Waiver { get; set; }

        [StringLength(IStatement.TextLength, ErrorMessage = TooLong)]
        public string? WaiverEnglish { get; set; }
    }
}
