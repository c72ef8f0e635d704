using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
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
using Percurso.Theme.Contracts;

namespace Percurso.Cases.Pages.Cases.Staff;

/// <summary>The working days of one step.</summary>
[Authorize(Policy = CasesPermissions.EditDates)]
sealed class StepDaysPageModel(EditPathway pathways, Timetable timetable, ISettings settings, IAudit audit, Words words) : PageModel
{
    [BindProperty(Name = "chave", SupportsGet = true)]
    public string? Key { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public PathwayStep Step { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if ((await pathways.NewestAsync(context.HttpContext.RequestAborted))?.Steps.FirstOrDefault(step => step.Key == Key) is { } found)
        {
            Step = found;
            await next();
        }
        else context.Result = NotFound();
    }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if ((await timetable.TableAsync(cancel)).Steps.FirstOrDefault(row => row.Step == Key) is { } row)
            Input = new() { Teeth = row.Teeth, Mucosa = row.Mucosa, Bone = row.Bone, Urgent = row.Urgent };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        using (var together = Together.Begin())
        {
            var row = new StepDays(Step.Key, Input.Teeth!.Value, Input.Mucosa!.Value, Input.Bone!.Value, Input.Urgent!.Value);
            var table = await timetable.TableAsync(cancel);
            await settings.SetAsync(table with { Steps = [.. table.Steps.Where(other => other.Step != Step.Key), row] }, cancel);
            await audit.RecordAsync(
                CasesActs.DaysChanged, Step.Key, new Dictionary<string, string> { ["days"] = $"{row.Teeth}, {row.Mucosa}, {row.Bone}, {row.Urgent}" }, cancel);
            together.Complete();
        }

        TempData.Confirm(words["Os prazos foram salvos. As datas dos casos em andamento são contadas de novo esta noite."]);
        return RedirectToPage("Days");
    }

    internal sealed class Form
    {
        [Required(ErrorMessage = "Escreva um número de dias."), Range(0, 60, ErrorMessage = "Um passo leva de 0 a 60 dias úteis.")]
        public int? Teeth { get; set; }

        [Required(ErrorMessage = "Escreva um número de dias."), Range(0, 60, ErrorMessage = "Um passo leva de 0 a 60 dias úteis.")]
        public int? Mucosa { get; set; }

        [Required(ErrorMessage = "Escreva um número de dias."), Range(0, 60, ErrorMessage = "Um passo leva de 0 a 60 dias úteis.")]
        public int? Bone { get; set; }

        [Required(ErrorMessage = "Escreva um número de dias."), Range(0, 60, ErrorMessage = "Um passo leva de 0 a 60 dias úteis.")]
        public int? Urgent { get; set; }
    }
}
