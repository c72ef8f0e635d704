using System.ComponentModel.DataAnnotations;
using System.Text.Json;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

using Percurso.Cases.Contracts;
using Percurso.Cases.Domain;
using Percurso.Cases.Spine;
using Percurso.Kernel;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Security;
using Percurso.Theme.Contracts;

namespace Percurso.Cases.Pages.Cases.Staff;

/// <summary>One step of the pathway; saving makes the pathway's next version.</summary>
[Authorize(Policy = CasesPermissions.EditPathway)]
sealed class PathwayStepPageModel(EditPathway edit, Walk walk, Words words) : PageModel
{
    [BindProperty(Name = "chave", SupportsGet = true)]
    public string? Key { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public PathwayStep Step => Pathway.Step(Key!);

    /// <summary>What may be written as settings, as its kind reads them.</summary>
    public string SettingsHint => $"{words["Um objeto, ou vazio."]} {walk.KindOf(Step.Kind)?.SettingsWords(words)}".Trim();

    Pathway Pathway { get; set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await edit.NewestAsync(context.HttpContext.RequestAborted) is { } pathway && pathway.Steps.Any(step => step.Key == Key))
        {
            Pathway = pathway;
            await next();
        }
        else context.Result = NotFound();
    }

    public void OnGet() => Input = Form.Of(Step);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Input.ReadSettings() is not { } settings)
            throw new RuleBrokenException("Os ajustes não são um objeto JSON. Confira aspas, vírgulas e chaves.") { Field = "Input.Settings" };

        await edit.SaveAsync(Pathway, [.. Pathway.Steps.Select(step => step.Key == Key ? Input.Read(step, settings) : step)], Key!, User.AccountId(), cancel);
        TempData.Confirm(words["O passo mudou, para os casos abertos a partir de agora."]);
        return RedirectToPage("PathwayPage");
    }

    internal sealed class Form
    {
        [Required(ErrorMessage = "Escreva o título.")]
        [StringLength(60, ErrorMessage = "O título passa de 60 letras. Escreva-o mais curto.")]
        public string Title { get; set; } = "";

        [StringLength(60, ErrorMessage = "O título passa de 60 letras. Escreva-o mais curto.")]
        public string? TitleEn { get; set; }

        [StringLength(1000, ErrorMessage = "O texto passa de 1.000 letras. Escreva-o mais curto.")]
        public string? Coming { get; set; }

        [StringLength(1000, ErrorMessage = "O texto passa de 1.000 letras. Escreva-o mais curto.")]
        public string? ComingEn { get; set; }

        [StringLength(1000, ErrorMessage = "O texto passa de 1.000 letras. Escreva-o mais curto.")]
        public string? Guidance { get; set; }

        [StringLength(1000, ErrorMessage = "O texto passa de 1.000 letras. Escreva-o mais curto.")]
        public string? GuidanceEn { get; set; }

        [StringLength(1000, ErrorMessage = "O texto passa de 1.000 letras. Escreva-o mais curto.")]
        public string? Letter { get; set; }

        [StringLength(1000, ErrorMessage = "O texto passa de 1.000 letras. Escreva-o mais curto.")]
        public string? LetterEn { get; set; }

        [StringLength(200, ErrorMessage = "A lista passa de 200 letras.")]
        [RegularExpression(@"^\s*(-|[a-z0-9-]+(\s*,\s*[a-z0-9-]+)*)?\s*$", ErrorMessage = "Escreva chaves de passos separadas por vírgula, como payment, files.")]
        public string? Needs { get; set; }

        public bool StartsClock { get; set; }

        public CancelOutcome Cancelling { get; set; }

        [StringLength(4000, ErrorMessage = "Os ajustes passam de 4.000 letras.")]
        public string? Settings { get; set; }

        public static Form Of(PathwayStep step) => new()
        {
            Title = step.Title.In(Portuguese),
            TitleEn = English(step.Title),
            Coming = step.Coming.In(Portuguese),
            ComingEn = English(step.Coming),
            Guidance = step.Guidance.In(Portuguese),
            GuidanceEn = English(step.Guidance),
            Letter = step.Letter.In(Portuguese),
            LetterEn = English(step.Letter),
            Needs = step.Needs is null ? "" : step.Needs.Count == 0 ? "-" : string.Join(", ", step.Needs),
            StartsClock = step.StartsClock,
            Cancelling = step.Cancelling,
            Settings = step.Settings is { } settings ? settings.GetRawText() : "",
        };

        public PathwayStep Read(PathwayStep before, JsonElement settings) => before with
        {
            Title = Text(Title, TitleEn),
            Coming = Text(Coming, ComingEn),
            Guidance = Text(Guidance, GuidanceEn),
            Letter = Text(Letter, LetterEn),
            Needs = Needs?.Trim() switch { null or "" => null, "-" => [], var list => [.. list.Split(',', StringSplitOptions.TrimEntries)] },
            StartsClock = StartsClock,
            Cancelling = Cancelling,
            Settings = settings,
        };

        /// <summary>Null when it is no JSON object.</summary>
        public JsonElement? ReadSettings()
        {
            try
            {
                using var read = JsonDocument.Parse(string.IsNullOrWhiteSpace(Settings) ? "{}" : Settings);
                return read.RootElement.ValueKind == JsonValueKind.Object ? read.RootElement.Clone() : null;
            }
            catch (JsonException)
            {
                return null;
            }
        }

        static readonly System.Globalization.CultureInfo Portuguese = System.Globalization.CultureInfo.GetCultureInfo("pt-BR");

        static string? English(LocalText text) => text.ByCulture.GetValueOrDefault("en");

        static LocalText Text(string? portuguese, string? english) => string.IsNullOrWhiteSpace(english)
            ? portuguese?.Trim() ?? ""
            : new LocalText(new Dictionary<string, string> { ["pt-BR"] = portuguese?.Trim() ?? "", ["en"] = english.Trim() });
    }
}
