using System.ComponentModel.DataAnnotations;
using System.Globalization;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using Percurso.Kernel.Audit;
using Percurso.Kernel.Data;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Settings;
using Percurso.Meetings.Contracts;
using Percurso.Meetings.Domain;
using Percurso.Theme.Contracts;

namespace Percurso.Meetings.Pages.Meetings;

/// <summary>When rooms open and close.</summary>
[Authorize(Policy = MeetingsPermissions.EditRules)]
sealed class RoomRulesPageModel(ISettings settings, IAudit audit, Words words) : PageModel
{
    /// <summary>Minutes: sixty days, so that a demonstration's room can stand open.</summary>
    public const int MostEarly = 60 * 24 * 60;

    /// <summary>Minutes: a day.</summary>
    public const int MostLate = 24 * 60;

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var rules = await settings.FindAsync<RoomRules>(cancel) ?? new();
        Input = new() { Early = rules.Early, Late = rules.Late };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var rules = new RoomRules(Input.Early!.Value, Input.Late!.Value);
        using (var together = Together.Begin())
        {
            await settings.SetAsync(rules, cancel);
            await audit.RecordAsync(MeetingsModule.RulesChanged, "rules", new Dictionary<string, string>
            {
                ["early"] = rules.Early.ToString(CultureInfo.InvariantCulture),
                ["late"] = rules.Late.ToString(CultureInfo.InvariantCulture),
            }, cancel);
            together.Complete();
        }

        TempData.Confirm(words["As regras foram salvas."]);
        return RedirectToPage();
    }

    internal sealed class Form
    {
        [Required(ErrorMessage = "Escreva um número de minutos."), Range(0, MostEarly, ErrorMessage = "De 0 a 86.400 minutos antes.")]
        public int? Early { get; set; }

        [Required(ErrorMessage = "Escreva um número de minutos."), Range(0, MostLate, ErrorMessage = "De 0 a 1.440 minutos depois.")]
        public int? Late { get; set; }
    }
}
