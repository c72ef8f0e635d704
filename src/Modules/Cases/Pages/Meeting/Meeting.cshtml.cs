using System.ComponentModel.DataAnnotations;
using System.Globalization;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

using Percurso.Cases.Pages.Cases;
using Percurso.Cases.Pages.Shared;
using Percurso.Cases.Spine;
using Percurso.Cases.Steps.Meeting;
using Percurso.Cases.Steps.Signing;
using Percurso.Clinics.Contracts;
using Percurso.Kernel;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Security;
using Percurso.Kernel.Settings;
using Percurso.Kernel.Web;
using Percurso.Meetings.Contracts;
using Percurso.Scheduling.Contracts;
using Percurso.Theme.Contracts;

namespace Percurso.Cases.Pages.Meeting;

/// <summary>The meeting of a step: the dentist chooses a time and confirms what was decided, or waives it; the company proposes, says where, writes the minutes.</summary>
[Authorize]
sealed class MeetingModel(
    CaseFrame frame, MeetingDesk desk, Waiving waiving, Signer signer, GoneOn goneOn, IMeetingRooms rooms, IClinicRights rights, IPeople people, ISettings settings,
    TimeZoneInfo zone, TimeProvider clock, Words words) : StepPage(frame)
{
    /// <summary>How many days of free times a page shows.</summary>
    const int DaysShown = 14;

    DateTime? wanted;

    /// <summary>From which day on free times are shown; null for today.</summary>
    [BindProperty(Name = "de", SupportsGet = true)]
    public DateOnly? From { get; set; }

    public ReasonForm Back { get; set; } = new();

    public RoomForm Room { get; set; } = new();

    public MinutesForm Minutes { get; set; } = new();

    public CaseMeeting Meeting { get; private set; } = null!;

    public BookingView? Booking { get; private set; }

    /// <summary>UTC.</summary>
    public IReadOnlyList<DateTime> Free { get; private set; } = [];

    /// <summary>What the company proposes and is still free. UTC.</summary>
    public IReadOnlyList<DateTime> Proposed { get; private set; } = [];

    /// <summary>Beside the time that was just taken. UTC.</summary>
    public IReadOnlyList<DateTime> Near { get; private set; } = [];

    public bool MayBook { get; private set; }

    /// <summary>Whether this reader speaks for the dentist about what was decided.</summary>
    public bool MayConfirm { get; private set; }

    /// <summary>Whether this reader may waive it, and take that back.</summary>
    public bool MaySign { get; private set; }

    /// <summary>What waiving it declares; null where the company has not written it.</summary>
    public WaiverStatement? Statement { get; private set; }

    /// <summary>Whether the form for waiving it was just sent, and refused.</summary>
    public bool IsWaiving { get; private set; }

    /// <summary>Whether it is too late to take a waiver back.</summary>
    public bool HasGoneOn { get; private set; }

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public TimeZoneInfo Zone => zone;

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    public DateOnly First => From is { } day && day > Today && day < Today.AddDays(366) ? day : Today;

    public DateOnly Next => First.AddDays(DaysShown);

    public bool IsAhead => First > Today;

    public bool HasBegun => Meeting.StartsAt <= Now;

    public bool IsWaivable => !Case.HasEnded && Waiving.IsWaivable(InPathway, Case.Prescription.Support);

    /// <summary>When our own room opens. UTC.</summary>
    public DateTime RoomOpensAt { get; private set; }

    /// <summary>What was written in our rooms, and who was there.</summary>
    public RoomRecord Talk { get; private set; } = new([], []);

    protected override string Kind => MeetingKind.KindName;

    DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(Now, zone));

    public string Full(DateTime time) => Dates.Full(time, zone, CultureInfo.CurrentUICulture);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await ShowAgainAsync(cancel);
        Room.Address = Meeting.Place;
        if (Meeting.State is MeetingState.Disputed or MeetingState.Minuted) Minutes.Text = string.Join('\n', Meeting.Decisions);
    }

    public Task<IActionResult> OnPostBookAsync([FromForm(Name = "inicio")] DateTime? start, CancellationToken cancel) =>
        ActAsync(MayBookAsync, async meeting => Demand(await desk.BookAsync(Case, meeting, Chosen(start), Reader.Account, cancel)), words["A videoconferência está marcada. O convite vai por e-mail."], cancel);

    public Task<IActionResult> OnPostMoveAsync([FromForm(Name = "inicio")] DateTime? start, CancellationToken cancel) =>
        ActAsync(MayBookAsync, async meeting => Demand(await desk.MoveAsync(meeting, Chosen(start), Reader.Account, cancel)), words["A videoconferência mudou de horário. O convite novo vai por e-mail."], cancel);

    public Task<IActionResult> OnPostDeclineAsync(CancellationToken cancel) =>
        ActAsync(MayBookAsync, meeting => desk.DeclineAsync(Case, meeting, Reader.Account, cancel), words["A empresa foi avisada e propõe outros horários."], cancel);

    public Task<IActionResult> OnPostCancelAsync([FromForm(Name = "Back")] ReasonForm back, CancellationToken cancel)
    {
        Back = back;
        return ActAsync(
            async stop => Reader.IsCompany ? Reader.MaySteer : await MayBookAsync(stop),
            meeting => desk.CancelAsync(Case, meeting, Reader.IsCompany ? MeetingRole.Planner : MeetingRole.Dentist, back.Words, Reader.Account, cancel),
            words["A videoconferência foi cancelada. O aviso vai por e-mail."], cancel, "Back.Words");
    }

    public Task<IActionResult> OnPostProposeAsync([FromForm(Name = "horarios")] DateTime[] times, CancellationToken cancel) =>
        ActAsync(SteersAsync, meeting => desk.ProposeAsync(Case, meeting, [.. times.Distinct()], Reader.Account, cancel), words["Os horários foram propostos ao dentista."], cancel);

    public Task<IActionResult> OnPostPlaceAsync([FromForm(Name = "Room")] RoomForm room, CancellationToken cancel)
    {
        Room = room;
        return ActAsync(SteersAsync, meeting => desk.PlaceAsync(meeting, room.Address, Reader.Account, cancel), words["A sala está no caso e vai por e-mail."], cancel, "Room.Address");
    }

    public Task<IActionResult> OnPostWriteAsync([FromForm(Name = "Minutes")] MinutesForm minutes, CancellationToken cancel)
    {
        Minutes = minutes;
        return ActAsync(SteersAsync, meeting => desk.WriteAsync(Case, meeting, minutes.Text, Reader.Account, cancel), words["A ata está com o dentista, para confirmar."], cancel, "Minutes.Text");
    }

    public Task<IActionResult> OnPostConfirmAsync([FromForm(Name = "ata")] int? read, CancellationToken cancel) =>
        ActAsync(MayConfirmAsync, meeting => desk.ConfirmAsync(Case, meeting, read, Reader.Account, cancel), words["A ata está confirmada, e este passo pronto."], cancel);

    public Task<IActionResult> OnPostDisputeAsync([FromForm(Name = "Back")] ReasonForm back, CancellationToken cancel)
    {
        Back = back;
        return ActAsync(MayConfirmAsync, meeting => desk.DisputeAsync(Case, meeting, back.Words, Reader.Account, cancel), words["A empresa foi avisada e reescreve a ata."], cancel, "Back.Words");
    }

    /// <param name="given">The password or the code.</param>
    /// <param name="statement">The number of the statement that was on the page.</param>
    /// <param name="isTicked">Whether they say that they have read it.</param>
    /// <param name="cancel">Stops before anything is saved.</param>
    public Task<IActionResult> OnPostWaiveAsync([FromForm(Name = "Proof")] string? given, int? statement, [FromForm(Name = nameof(SignForm.IsTicked))] bool isTicked, CancellationToken cancel)
    {
        IsWaiving = true;
        return ActAsync(MaySignAsync, async meeting =>
        {
            if (!IsWaivable) throw new RuleBrokenException("Neste caso a videoconferência não pode ser dispensada.");
            if (!isTicked) throw new RuleBrokenException("Marque que leu a declaração inteira.") { Field = nameof(SignForm.IsTicked) };

            await waiving.WaiveAsync(Case, meeting, await signer.SignAsync<WaiverStatement>(HttpContext, given, statement, cancel), Reader.Account, cancel);
        }, words["A videoconferência está dispensada, e este passo pronto."], cancel);
    }

    public Task<IActionResult> OnPostTakeBackAsync(CancellationToken cancel) =>
        ActAsync(MaySignAsync, meeting => waiving.TakeBackAsync(Case, meeting, Reader.Account, cancel), words["A dispensa foi retirada. Escolha um horário para a videoconferência."], cancel);

    public override async Task ShowAgainAsync(CancellationToken cancel)
    {
        Meeting = await desk.FindAsync(Id, Step, cancel);
        Booking = await desk.BookingAsync(Meeting, cancel);
        (MayBook, MayConfirm, MaySign) = (await MayBookAsync(cancel), await MayConfirmAsync(cancel), await MaySignAsync(cancel));
        if (IsWaivable) Statement = await settings.FindAsync<WaiverStatement>(cancel);
        if (Meeting.State == MeetingState.Waived) HasGoneOn = await goneOn.AfterAsync(Case, Step, cancel);
        if (!Case.HasEnded && (Meeting.State == MeetingState.Choosing || Meeting.State == MeetingState.Booked && MayBook && Booking!.ChangesUntil >= Now))
        {
            var from = TimeZoneInfo.ConvertTimeToUtc(First.ToDateTime(TimeOnly.MinValue), zone);
            Free = await desk.OffersAsync(Case, Meeting, from, from.AddDays(DaysShown), cancel);
            foreach (var time in Meeting.Proposed)
                if ((await desk.OffersAsync(Case, Meeting, time, time.AddTicks(1), cancel)).Contains(time)) Proposed = [.. Proposed, time];
            if (wanted is { } taken) Near = await desk.NearAsync(Case, Meeting, taken, cancel);
        }

        if (Meeting.StartsAt is { } start) RoomOpensAt = start - await rooms.EarlyAsync(cancel);
        Talk = await rooms.RecordAsync(MeetingDesk.Purpose, Meeting.Id, cancel);
        var names = new Dictionary<Guid, string>();
        foreach (var by in Meeting.Lines.Select(line => line.By).Append(Meeting.HostId ?? Guid.Empty).Distinct()) names[by] = await people.NameOfAsync(by, cancel) ?? "";
        Names = names;
    }

    async Task<bool> MayBookAsync(CancellationToken cancel) => !Reader.IsCompany && await rights.MayAsync(Reader.Account, Case.ClinicId, ClinicAct.Book, cancel, Case.DentistId);

    async Task<bool> MayConfirmAsync(CancellationToken cancel) => !Reader.IsCompany && await rights.MayAsync(Reader.Account, Case.ClinicId, ClinicAct.AskForChanges, cancel, Case.DentistId);

    async Task<bool> MaySignAsync(CancellationToken cancel) => !Reader.IsCompany && await rights.MayAsync(Reader.Account, Case.ClinicId, ClinicAct.Approve, cancel, Case.DentistId);

    Task<bool> SteersAsync(CancellationToken cancel) => Task.FromResult(Reader.MaySteer);

    DateTime Chosen(DateTime? start)
    {
        wanted = start?.ToUniversalTime();
        return wanted ?? throw new RuleBrokenException("Escolha um horário.");
    }

    static void Demand(bool isBooked)
    {
        if (!isBooked) throw new RuleBrokenException("Este horário não está mais livre. Os mais próximos que estão livres aparecem abaixo.");
    }

    async Task<IActionResult> ActAsync(Func<CancellationToken, Task<bool>> may, Func<CaseMeeting, Task> act, string sentence, CancellationToken cancel, string field = "")
    {
        if (!await may(cancel)) return Forbid();

        try
        {
            await act(await desk.FindAsync(Id, Step, cancel));
        }
        catch (RuleBrokenException broken) when (broken.Field.Length == 0)
        {
            throw new RuleBrokenException(broken.Words, [.. broken.Arguments]) { Field = field };
        }

        TempData.Confirm(sentence);
        return RedirectToPage(new { Id, Step });
    }

    internal sealed class ReasonForm
    {
        [StringLength(CaseMeeting.WordsLength, ErrorMessage = "O texto passa de 1.000 letras. Escreva-o mais curto.")]
        public string? Words { get; set; }
    }

    internal sealed class RoomForm
    {
        [StringLength(CaseMeeting.PlaceLength, ErrorMessage = "O endereço passa de 300 letras.")]
        public string? Address { get; set; }
    }

    internal sealed class MinutesForm
    {
        [Required(ErrorMessage = "Escreva pelo menos uma decisão, uma por linha.")]
        [StringLength(20_000, ErrorMessage = "A ata tem até 50 decisões, cada uma com até 500 letras.")]
        public string? Text { get; set; }
    }
}
