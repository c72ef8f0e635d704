using System.ComponentModel.DataAnnotations;
using System.Globalization;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using Percurso.Kernel.Audit;
using Percurso.Kernel.Data;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Settings;
using Percurso.Scheduling.Contracts;
using Percurso.Scheduling.Domain;
using Percurso.Theme.Contracts;

namespace Percurso.Scheduling.Pages.Scheduling;

/// <summary>How meetings are booked here: how long they take, how far apart they are, until when they may be booked and changed.</summary>
[Authorize(Policy = SchedulingPermissions.EditRules)]
sealed class BookingRulesModel(ISettings settings, IAudit audit, Words words) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var rules = await settings.FindAsync<MeetingRules>(cancel) ?? new();
        Input = new()
        {
            LengthMinutes = rules.Length,
            EveryMinutes = rules.Every,
            Before = rules.Before,
            After = rules.After,
            Notice = Hours(rules.Notice),
            Days = rules.Days,
            Changing = Hours(rules.Changing),
        };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var rules = new MeetingRules(Input.LengthMinutes!.Value, Input.EveryMinutes!.Value, Input.Before!.Value, Input.After!.Value, Input.Notice!.Value * 60, Input.Days!.Value, Input.Changing!.Value * 60);
        using (var together = Together.Begin())
        {
            await settings.SetAsync(rules, cancel);
            await audit.RecordAsync(SchedulingModule.RulesChanged, "rules", new Dictionary<string, string>
            {
                ["length"] = Said(rules.Length),
                ["every"] = Said(rules.Every),
                ["before"] = Said(rules.Before),
                ["after"] = Said(rules.After),
                ["notice"] = Said(rules.Notice),
                ["days"] = Said(rules.Days),
                ["changing"] = Said(rules.Changing),
            }, cancel);
            together.Complete();
        }

        TempData.Confirm(words["As regras foram salvas."]);
        return RedirectToPage();
    }

    /// <summary>Of minutes; what is begun counts whole.</summary>
    static int Hours(int minutes) => (minutes + 59) / 60;

    static string Said(int number) => number.ToString(CultureInfo.InvariantCulture);

    internal sealed class Form
    {
        const string Minutes = "Escreva um número de minutos.", Hour = "Escreva um número de horas.";

        [Required(ErrorMessage = Minutes), Range(10, 240, ErrorMessage = "Uma videoconferência dura de 10 a 240 minutos.")]
        public int? LengthMinutes { get; set; }

        [Required(ErrorMessage = Minutes), Range(5, 240, ErrorMessage = "Os horários começam de 5 em 5 até de 240 em 240 minutos.")]
        public int? EveryMinutes { get; set; }

        [Required(ErrorMessage = Minutes), Range(0, 120, ErrorMessage = "O tempo livre vai de 0 a 120 minutos.")]
        public int? Before { get; set; }

        [Required(ErrorMessage = Minutes), Range(0, 120, ErrorMessage = "O tempo livre vai de 0 a 120 minutos.")]
        public int? After { get; set; }

        [Required(ErrorMessage = Hour), Range(0, 720, ErrorMessage = "Marca-se de 0 a 720 horas antes.")]
        public int? Notice { get; set; }

        [Required(ErrorMessage = "Escreva um número de dias."), Range(1, 365, ErrorMessage = "Marca-se com 1 a 365 dias de antecedência.")]
        public int? Days { get; set; }

        [Required(ErrorMessage = Hour), Range(0, 720, ErrorMessage = "Muda-se ou cancela-se de 0 a 720 horas antes.")]
        public int? Changing { get; set; }
    }
}
