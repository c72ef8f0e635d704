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

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var terms = await settings.FindAsync<ReviewTerms>(cancel) ?? ReviewTerms.None;
        Input = new()
        {
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

        using (var together = Together.Begin())
        {
            await settings.SetAsync(new ReviewTerms([.. here.Select((line, place) => there.Length == 0 ? (LocalText)line : Both(line, there[place]))], Input.OwnWorkAllowed), cancel);
            await audit.RecordAsync(CasesActs.ReviewChanged, "review", new Dictionary<string, string> { ["items"] = $"{here.Length}", ["own-work"] = Input.OwnWorkAllowed ? "yes" : "no" }, cancel);
            together.Complete();
        }

        TempData.Confirm(words["A conferência foi salva."]);
        return RedirectToPage();
    }

    static LocalText Both(string here, string there) => new(new Dictionary<string, string> { ["pt-BR"] = here, ["en"] = there });

    static string[] Lines(string? text) => (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    internal sealed class Form
    {
        [Required(ErrorMessage = "Escreva pelo menos um item.")]
        [StringLength(4000, ErrorMessage = "A lista passa de 4.000 letras. Escreva-a mais curta.")]
        public string Portuguese { get; set; } = "";

        [StringLength(4000, ErrorMessage = "A lista passa de 4.000 letras. Escreva-a mais curta.")]
        public string? English { get; set; }

        public bool OwnWorkAllowed { get; set; }
    }
}
