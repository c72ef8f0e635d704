using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using Percurso.Cases.Contracts;
using Percurso.Cases.Rights;
using Percurso.Cases.Steps.Review;
using Percurso.Kernel;
using Percurso.Kernel.Audit;
using Percurso.Kernel.Data;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Settings;
using Percurso.Theme.Contracts;

namespace Percurso.Cases.Pages.Cases.Staff;

/// <summary>What is looked at before a plan goes to the dentist, and by whom.</summary>
[Authorize(Policy = CasesPermissions.EditReview)]
sealed class ReviewTermsPageModel(ISettings settings, IAudit audit, Words words) : PageModel
{
    const int MostLines = 30, LineLength = 200;

    static readonly System.Globalization.CultureInfo portuguese = System.Globalization.CultureInfo.GetCultureInfo("pt-BR");

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>Which version of the statement counts; 0 before the first.</summary>
    public int StatementNumber { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var terms = await settings.FindAsync<ReviewTerms>(cancel) ?? ReviewTerms.None;
        var statement = await settings.FindAsync<ApprovalStatement>(cancel);
        StatementNumber = statement?.Number ?? 0;
        Input = new()
        {
            Statement = statement?.Text.In(portuguese),
            StatementEnglish = statement?.Text.ByCulture.GetValueOrDefault("en"),
            Portuguese = string.Join('\n', terms.Checklist.Select(line => line.In(portuguese))),
            English = terms.Checklist.All(line => line.ByCulture.ContainsKey("en")) ? string.Join('\n', terms.Checklist.Select(line => line.ByCulture["en"])) : null,
            OwnWorkAllowed = terms.OwnWorkAllowed,
        };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var (here, there) = (Lines(Input.Portuguese), Lines(Input.English));
        if (here.Length > MostLines) throw new RuleBrokenException("A lista guarda até {0} itens.", MostLines) { Field = "Input.Portuguese" };
        if (Array.Exists(here, line => line.Length > LineLength)) throw new RuleBrokenException("Um item passa de {0} letras. Escreva-o mais curto.", LineLength) { Field = "Input.Portuguese" };
        if (Array.Exists(there, line => line.Length > LineLength)) throw new RuleBrokenException("Um item passa de {0} letras. Escreva-o mais curto.", LineLength) { Field = "Input.English" };
        if (there.Length > 0 && there.Length != here.Length) throw new RuleBrokenException("O inglês tem outro número de linhas que o português.") { Field = "Input.English" };

        var statement = await NextStatementAsync(cancel);
        using (var together = Together.Begin())
        {
            await settings.SetAsync(new ReviewTerms([.. here.Select((line, place) => there.Length == 0 ? (LocalText)line : Both(line, there[place]))], Input.OwnWorkAllowed), cancel);
            if (statement is not null)
            {
                await settings.SetAsync(statement, cancel);
                await audit.RecordAsync(CasesActs.StatementChanged, "review", new Dictionary<string, string> { ["version"] = $"{statement.Number}" }, cancel);
            }

            await audit.RecordAsync(CasesActs.ReviewChanged, "review", new Dictionary<string, string> { ["items"] = $"{here.Length}", ["own-work"] = Input.OwnWorkAllowed ? "yes" : "no" }, cancel);
            together.Complete();
        }

        TempData.Confirm(words["A conferência foi salva."]);
        return RedirectToPage();
    }

    /// <summary>Null where the words stay as they are.</summary>
    async Task<ApprovalStatement?> NextStatementAsync(CancellationToken cancel)
    {
        var now = await settings.FindAsync<ApprovalStatement>(cancel);
        var (here, there) = (Plain(Input.Statement), Plain(Input.StatementEnglish));
        if (here.Length == 0)
            return now is null && there.Length == 0 ? null : throw new RuleBrokenException("Escreva a declaração: sem ela nenhum planejamento final pode ser aprovado.") { Field = "Input.Statement" };
        if (now is not null && now.Text.In(portuguese) == here && (now.Text.ByCulture.GetValueOrDefault("en") ?? "") == there) return null;

        return new((now?.Number ?? 0) + 1, there.Length == 0 ? (LocalText)here : Both(here, there));
    }

    /// <summary>Browsers send lines as Windows ends them.</summary>
    static string Plain(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();

    static LocalText Both(string here, string there) => new(new Dictionary<string, string> { ["pt-BR"] = here, ["en"] = there });

    static string[] Lines(string? text) => (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    internal sealed class Form
    {
        [Required(ErrorMessage = "Escreva pelo menos um item.")]
        [StringLength(4000, ErrorMessage = "A lista passa de 4.000 letras. Escreva-a mais curta.")]
        public string Portuguese { get; set; } = "";

        [StringLength(4000, ErrorMessage = "A lista passa de 4.000 letras. Escreva-a mais curta.")]
        public string? English { get; set; }

        [StringLength(ApprovalStatement.TextLength, ErrorMessage = "A declaração passa de 6.000 letras. Escreva-a mais curta.")]
        public string? Statement { get; set; }

        [StringLength(ApprovalStatement.TextLength, ErrorMessage = "A declaração passa de 6.000 letras. Escreva-a mais curta.")]
        public string? StatementEnglish { get; set; }

        public bool OwnWorkAllowed { get; set; }
    }
}
