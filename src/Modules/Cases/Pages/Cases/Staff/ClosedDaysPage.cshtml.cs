using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using Percurso.Cases.Contracts;
using Percurso.Cases.Domain.Dates;
using Percurso.Cases.Rights;
using Percurso.Cases.Spine;
using Percurso.Kernel;
using Percurso.Kernel.Audit;
using Percurso.Kernel.Brazil;
using Percurso.Kernel.Data;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Settings;
using Percurso.Kernel.Web;
using Percurso.Theme.Contracts;

namespace Percurso.Cases.Pages.Cases.Staff;

/// <summary>The days on which nobody works: Brazil's of the coming year, and the company's own.</summary>
[Authorize(Policy = CasesPermissions.EditDates)]
sealed class ClosedDaysPageModel(Timetable timetable, ISettings settings, IAudit audit, Words words) : PageModel, IShowAgain
{
    public Form Input { get; set; } = new();

    /// <summary>By day; the company's own with what it wrote down.</summary>
    public IReadOnlyList<(DateOnly Day, string Name, ClosedDay? Own)> Days { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => ShowAgainAsync(cancel);

    public async Task<IActionResult> OnPostAddAsync([FromForm(Name = "Input")] Form input, CancellationToken cancel)
    {
        var closed = await timetable.ClosedAsync(cancel);
        if (closed.Any(one => one.On == input.On)) throw new RuleBrokenException("Este dia já está na lista.");
        if (closed.Count >= 200) throw new RuleBrokenException("A lista guarda até 200 dias. Remova os que já passaram.");

        await SaveAsync([.. closed, new(input.On!.Value, input.Name.Trim(), input.EveryYear)], input.On.Value, "added", cancel);
        TempData.Confirm(words["O dia foi acrescentado. As datas dos casos em andamento são contadas de novo esta noite."]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRemoveAsync([FromForm(Name = "dia")] DateOnly day, CancellationToken cancel)
    {
        var closed = await timetable.ClosedAsync(cancel);
        if (closed.All(one => one.On != day)) return NotFound();

        await SaveAsync([.. closed.Where(one => one.On != day)], day, "removed", cancel);
        TempData.Confirm(words["O dia foi removido da lista."]);
        return RedirectToPage();
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        var today = timetable.Today;
        var national = Holidays.Of(today.Year).Concat(Holidays.Of(today.Year + 1)).Where(one => one.Key >= today && one.Key < today.AddYears(1));
        Days = [.. (await timetable.ClosedAsync(cancel)).Select(one => (one.On, one.Name, (ClosedDay?)one))
            .Concat(national.Select(one => (one.Key, one.Value, (ClosedDay?)null))).OrderBy(one => one.Item1)];
    }

    async Task SaveAsync(IReadOnlyList<ClosedDay> days, DateOnly day, string how, CancellationToken cancel)
    {
        using var together = Together.Begin();
        await settings.SetAsync(new ClosedDays(days), cancel);
        await audit.RecordAsync(CasesActs.ClosedDaysChanged, $"{day:yyyy-MM-dd}", new Dictionary<string, string> { ["how"] = how }, cancel);
        together.Complete();
    }

    internal sealed class Form
    {
        [Required(ErrorMessage = "Escolha o dia.")]
        public DateOnly? On { get; set; }

        [Required(ErrorMessage = "Escreva o que é este dia.")]
        [StringLength(80, ErrorMessage = "O nome passa de 80 letras. Escreva-o mais curto.")]
        public string Name { get; set; } = "";

        public bool EveryYear { get; set; }
    }
}
