using System.ComponentModel.DataAnnotations;
using System.Globalization;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Kernel;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Security;
using Percurso.Kernel.Web;
using Percurso.Scheduling.Contracts;
using Percurso.Scheduling.Data;
using Percurso.Scheduling.Domain;
using Percurso.Theme.Contracts;

namespace Percurso.Scheduling.Pages.Scheduling;

/// <summary>Whoever is met says when: each day of the week, and days that are otherwise.</summary>
[Authorize(Policy = SchedulingPermissions.BeMet)]
sealed class MyAgendaModel(SchedulingDb db, IBookings bookings, TimeZoneInfo zone, TimeProvider clock, Words words) : PageModel, IShowAgain
{
    const string TooLong = "Os horários passam de 120 letras. Escreva menos horários.";

    public WeekForm Week { get; set; } = new();

    public DayForm Day { get; set; } = new();

    public IReadOnlyList<AgendaDay> Exceptions { get; private set; } = [];

    /// <summary>As clocks in the company's zone show them.</summary>
    public IReadOnlyList<(DateOnly Day, IReadOnlyList<string> Times)> Free { get; private set; } = [];

    /// <summary>UTC.</summary>
    public IReadOnlyList<DateTime> Booked { get; private set; } = [];

    DateTime Now => clock.GetUtcNow().UtcDateTime;

    public static string Said(DateOnly day) => day.ToString("D", CultureInfo.CurrentCulture);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await ShowAgainAsync(cancel);
        if (await FindAsync(cancel) is { } agenda) Week = WeekForm.Of(agenda.Week);
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "Week")] WeekForm week, CancellationToken cancel)
    {
        Week = week;
        var agenda = await MineAsync(cancel);
        agenda.Keep(week.Read());
        await db.SaveChangesAsync(cancel);
        TempData.Confirm(words["A semana foi salva. O que já está marcado fica como está."]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostDayAsync([FromForm(Name = "Day")] DayForm day, CancellationToken cancel)
    {
        Day = day;
        var agenda = await MineAsync(cancel);
        if (agenda.Days.Count >= 200) throw new RuleBrokenException("A lista guarda até 200 dias. Remova os que já passaram.");

        agenda.Except(day.On!.Value, Checked(day.Hours, "Day.Hours"));
        await db.SaveChangesAsync(cancel);
        TempData.Confirm(words["O dia foi acrescentado à sua agenda."]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostUsualAsync([FromForm(Name = "dia")] DateOnly day, CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } agenda || agenda.Days.All(one => one.Day != day)) return NotFound();

        agenda.Unexcept(day);
        await db.SaveChangesAsync(cancel);
        TempData.Confirm(words["O dia voltou a ser como os outros."]);
        return RedirectToPage();
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        var me = User.AccountId();
        Exceptions = [.. ((await FindAsync(cancel))?.Days ?? []).OrderBy(one => one.Day)];
        Booked = await db.Bookings.AsNoTracking().Where(row => row.HostId == me && row.CancelledAt == null && row.EndsAt > Now).OrderBy(row => row.StartsAt).Select(row => row.StartsAt).Take(100).ToListAsync(cancel);
        Free = [.. (await bookings.FreeAsync([me], Now, Now.AddDays(7), cancel)).Select(time => TimeZoneInfo.ConvertTimeFromUtc(time.StartsAt, zone))
            .GroupBy(DateOnly.FromDateTime, (day, times) => (day, (IReadOnlyList<string>)[.. times.Select(time => time.ToString("t", CultureInfo.CurrentCulture))]))];
    }

    /// <summary>The sentence stands beside its field.</summary>
    static string Checked(string? line, string field)
    {
        try
        {
            return DayHours.Write(DayHours.Read(line ?? ""));
        }
        catch (RuleBrokenException broken)
        {
            throw new RuleBrokenException(broken.Message) { Field = field };
        }
    }

    async Task<Agenda?> FindAsync(CancellationToken cancel)
    {
        var me = User.AccountId();
        return await db.Agendas.Include(row => row.Days).SingleOrDefaultAsync(row => row.AccountId == me, cancel);
    }

    async Task<Agenda> MineAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is { } agenda) return agenda;

        var mine = new Agenda(User.AccountId(), zone.Id);
        db.Add(mine);
        return mine;
    }

    /// <summary>A line of hours for each day.</summary>
    internal sealed class WeekForm
    {
        [StringLength(DayHours.LineLength, ErrorMessage = TooLong)]
        public string? Monday { get; set; }

        [StringLength(DayHours.LineLength, ErrorMessage = TooLong)]
        public string? Tuesday { get; set; }

        [StringLength(DayHours.LineLength, ErrorMessage = TooLong)]
        public string? Wednesday { get; set; }

        [StringLength(DayHours.LineLength, ErrorMessage = TooLong)]
        public string? Thursday { get; set; }

        [StringLength(DayHours.LineLength, ErrorMessage = TooLong)]
        public string? Friday { get; set; }

        [StringLength(DayHours.LineLength, ErrorMessage = TooLong)]
        public string? Saturday { get; set; }

        [StringLength(DayHours.LineLength, ErrorMessage = TooLong)]
        public string? Sunday { get; set; }

        /// <summary>Sunday first.</summary>
        public static WeekForm Of(IReadOnlyList<string> week) =>
            new() { Sunday = week[0], Monday = week[1], Tuesday = week[2], Wednesday = week[3], Thursday = week[4], Friday = week[5], Saturday = week[6] };

        /// <inheritdoc cref="Of" path="/summary" />
        public IReadOnlyList<string> Read() =>
        [
            Checked(Sunday, "Week.Sunday"), Checked(Monday, "Week.Monday"), Checked(Tuesday, "Week.Tuesday"), Checked(Wednesday, "Week.Wednesday"),
            Checked(Thursday, "Week.Thursday"), Checked(Friday, "Week.Friday"), Checked(Saturday, "Week.Saturday"),
        ];
    }

    internal sealed class DayForm
    {
        [Required(ErrorMessage = "Escolha o dia.")]
        public DateOnly? On { get; set; }

        [StringLength(DayHours.LineLength, ErrorMessage = TooLong)]
        public string? Hours { get; set; }
    }
}
