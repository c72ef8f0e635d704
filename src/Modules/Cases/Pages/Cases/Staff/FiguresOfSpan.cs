using System.Globalization;

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using Percurso.Cases.Figures;
using Percurso.Cases.Spine;
using Percurso.Kernel.Localization;

namespace Percurso.Cases.Pages.Cases.Staff;

/// <summary>The company's figures over the days that are asked for, on the page and in its spreadsheets.</summary>
abstract class FiguresOfSpan(CountFigures figures, Timetable timetable, Words words) : PageModel
{
    protected Words Words => words;

    const int MostYears = 5;

    [BindProperty(Name = "de", SupportsGet = true)]
    public string? FromField { get; set; }

    [BindProperty(Name = "ate", SupportsGet = true)]
    public string? ToField { get; set; }

    public DateOnly From { get; private set; }
    public DateOnly To { get; private set; }

    /// <summary>Why the days that were asked for are not those that are shown.</summary>
    public string? Wrong { get; private set; }
    public Tables Tables { get; private set; } = null!;

    /// <summary>To be sent on with each link.</summary>
    public string Span => FormattableString.Invariant($"de={From:yyyy-MM-dd}&ate={To:yyyy-MM-dd}");

    protected async Task CountAsync(CancellationToken cancel)
    {
        var today = timetable.Today;
        var usual = new DateOnly(today.Year, today.Month, 1).AddMonths(-11);
        (From, To) = (Day(FromField) ?? usual, Day(ToField) ?? today);
        Wrong = !string.IsNullOrEmpty(FromField) && Day(FromField) is null || !string.IsNullOrEmpty(ToField) && Day(ToField) is null ? words["Um dos dias não é uma data. Escolha os dois no calendário."].Value
            : From > To ? words["O primeiro dia vem depois do último. Troque um deles."].Value
            : From.AddYears(MostYears) < To ? words["O período passa de cinco anos. Escolha um mais curto."].Value
            : null;
        if (Wrong is not null) (From, To) = (usual, today);
        Tables = await figures.OfAsync(From, To, cancel);
    }

    static DateOnly? Day(string? field) =>
        DateOnly.TryParseExact(field, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 2000 and < 2200 ? day : null;
}
