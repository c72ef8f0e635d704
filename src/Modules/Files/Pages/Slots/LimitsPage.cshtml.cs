using System.ComponentModel.DataAnnotations;
using System.Globalization;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

using Percurso.Files.Checks;
using Percurso.Files.Contracts;
using Percurso.Files.Slots;
using Percurso.Kernel.Localization;
using Percurso.Theme.Contracts;

namespace Percurso.Files.Pages.Slots;

/// <summary>From which numbers on a file of this slot is doubtful, and from which refused: all of them to read, one to change.</summary>
[Authorize(Policy = FilesPermissions.EditSlots)]
sealed class LimitsModel(EditSlots edit, Words words) : SlotPage(edit)
{
    /// <summary>The rule that is being changed.</summary>
    [BindProperty(Name = "regra", SupportsGet = true)]
    public string? Rule { get; set; }

    public Form Input { get; set; } = new();

    public IReadOnlyList<Rule> Rules { get; private set; } = [];

    public Rule? Chosen => Rules.FirstOrDefault(rule => rule.Key == Rule);

    /// <summary>What holds now.</summary>
    public Limit Of(Rule rule) => Slot.Limits.Of(rule);

    public static string Say(double number) => double.IsFinite(number) ? number.ToString("0.####", CultureInfo.CurrentCulture) : "";

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next) =>
        await base.OnPageHandlerExecutionAsync(context, () =>
        {
            Rules = [.. Checks.Rules.Editable(Slot.Sorts)];
            return next();
        });

    public void OnGet()
    {
        if (Chosen is { } rule) Input = new() { RiskLimit = Say(Of(rule).Risk), RefuseLimit = Say(Of(rule).Refuse) };
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "Input")] Form input, CancellationToken cancel)
    {
        if (Chosen is not { } rule) return NotFound();

        Slot.Limit(rule, input.Read());
        await Edit.SaveAsync(Slot, $"limit {rule.Key}", cancel);
        TempData.Confirm(words["O limite vale para o que chegar a partir de agora."]);
        return RedirectToPage(new { Key, regra = (string?)null });
    }

    public async Task<IActionResult> OnPostUsualAsync(CancellationToken cancel)
    {
        if (Chosen is not { } rule) return NotFound();

        Slot.Limit(rule, null);
        await Edit.SaveAsync(Slot, $"usual limit {rule.Key}", cancel);
        TempData.Confirm(words["O limite usual voltou a valer."]);
        return RedirectToPage(new { Key, regra = (string?)null });
    }

    internal sealed class Form
    {
        const string Number = @"^\s*\d{1,9}([.,]\d{1,4})?\s*$";

        [Required(ErrorMessage = "Escreva um número.")]
        [RegularExpression(Number, ErrorMessage = "Escreva um número.")]
        public string RiskLimit { get; set; } = "";

        [RegularExpression(Number, ErrorMessage = "Escreva um número.")]
        public string? RefuseLimit { get; set; }

        public SlotLimit Read() => new(Parse(RiskLimit), string.IsNullOrWhiteSpace(RefuseLimit) ? null : Parse(RefuseLimit));

        /// <summary>With a comma or a point, as people type.</summary>
        static double Parse(string typed) => double.Parse(typed.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
    }
}
