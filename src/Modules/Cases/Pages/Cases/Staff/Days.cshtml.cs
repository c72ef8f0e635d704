using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using Percurso.Cases.Contracts;
using Percurso.Cases.Domain;
using Percurso.Cases.Domain.Dates;
using Percurso.Cases.Rights;
using Percurso.Cases.Spine;
using Percurso.Kernel.Audit;
using Percurso.Kernel.Data;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Settings;
using Percurso.Kernel.Web;
using Percurso.Theme.Contracts;

namespace Percurso.Cases.Pages.Cases.Staff;

/// <summary>How many working days each step takes.</summary>
[Authorize(Policy = CasesPermissions.EditDates)]
sealed class DaysModel(EditPathway pathways, Timetable timetable, ISettings settings, IAudit audit, Words words) : PageModel, IShowAgain
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<(PathwayStep Step, StepDays Days)> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Input.Margin = (await timetable.TableAsync(cancel)).Margin;
        await ShowAgainAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        using (var together = Together.Begin())
        {
            var margin = Input.Margin!.Value;
            await settings.SetAsync(await timetable.TableAsync(cancel) with { Margin = margin }, cancel);
            await audit.RecordAsync(CasesActs.DaysChanged, "margin", new Dictionary<string, string> { ["days"] = $"{margin}" }, cancel);
            together.Complete();
        }

        TempData.Confirm(words["A folga foi salva. As datas dos casos em andamento são contadas de novo esta noite."]);
        return RedirectToPage();
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        var table = await timetable.TableAsync(cancel);
        Rows = [.. ((await pathways.NewestAsync(cancel))?.Steps ?? []).Select(step =>
            (step, table.Steps.FirstOrDefault(row => row.Step == step.Key) ?? new StepDays(step.Key, 0, 0, 0, 0)))];
    }

    internal sealed class Form
    {
        [Required(ErrorMessage = "Escreva um número de dias.")]
        [Range(0, 30, ErrorMessage = "A folga vai de 0 a 30 dias úteis.")]
        public int? Margin { get; set; }
    }
}
