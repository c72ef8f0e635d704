using System.Globalization;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

using Percurso.Files.Checks;
using Percurso.Files.Contracts;
using Percurso.Files.Slots;
using Percurso.Kernel;
using Percurso.Kernel.Localization;
using Percurso.Theme.Contracts;

namespace Percurso.Files.Pages.Slots;

/// <summary>From which numbers on a file of this slot is doubtful, and from which refused. It holds for what comes from now on.</summary>
[Authorize(Policy = FilesPermissions.EditSlots)]
sealed class LimitsModel(EditSlots edit, Words words) : SlotPage(edit)
{
    public IReadOnlyList<Rule> Rules => [.. Checks.Rules.Editable(Slot.Sorts)];

    /// <summary>What holds now.</summary>
    public Limit Of(Rule rule) => Slot.Limits.Of(rule);

    /// <summary>What was typed, or what holds.</summary>
    public string Typed(Rule rule, string field, double number) =>
        ModelState.GetValueOrDefault(Name(rule, field))?.AttemptedValue ?? Say(number);

    public static string Name(Rule rule, string field) => $"Input.Rules[{rule.Key}].{field}";

    public static string Say(double number) => double.IsFinite(number) ? number.ToString("0.####", CultureInfo.CurrentCulture) : "";

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "Input")] Form input, CancellationToken cancel)
    {
        var limits = Rules.Where(rule => input.Rules.ContainsKey(rule.Key))
            .ToDictionary(rule => rule.Key, rule => new SlotLimit(Read(rule, "Risk", input.Rules[rule.Key].Risk) ?? rule.Limit!.Value.Risk, Read(rule, "Refuse", input.Rules[rule.Key].Refuse)));
        Slot.Limit(limits.Where(limit => limit.Value.For(Checks.Rules.Find(limit.Key)!) != Checks.Rules.Find(limit.Key)!.Limit).ToDictionary());
        await Edit.SaveAsync(Slot, "limits", cancel);
        TempData.Confirm(words["Os limites valem para o que chegar a partir de agora."]);
        return RedirectToPage("List");
    }

    public async Task<IActionResult> OnPostUsualAsync(CancellationToken cancel)
    {
        Slot.Limit(new Dictionary<string, SlotLimit>());
        await Edit.SaveAsync(Slot, "usual limits", cancel);
        TempData.Confirm(words["Os limites usuais voltaram a valer."]);
        return RedirectToPage("List");
    }

    /// <summary>With a comma or a point, as people type; null for nothing.</summary>
    static double? Read(Rule rule, string field, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;

        return double.TryParse(typed.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= 1e9
            ? number
            : throw new RuleBrokenException("Escreva um número.") { Field = Name(rule, field) };
    }

    internal sealed class Form
    {
        public Dictionary<string, Numbers> Rules { get; set; } = [];
    }

    internal sealed class Numbers
    {
        public string? Risk { get; set; }

        public string? Refuse { get; set; }
    }
}
