using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

using Percurso.Cases.Pages.Cases;
using Percurso.Cases.Steps.Meeting;
using Percurso.Kernel.Localization;
using Percurso.Meetings.Contracts;
using Percurso.Viewer.Contracts;

namespace Percurso.Cases.Pages.Meeting;

/// <summary>The room of a meeting: both sides see, hear and write to each other, and look at the same model.</summary>
[Authorize]
sealed class RoomModel(CaseFrame frame, MeetingDesk desk, IMeetingRooms rooms, TalkedOf talkedOf, IViewSubjects views, IComments comments, Words words) : StepPage(frame)
{
    public RoomView Room { get; private set; } = null!;

    /// <summary>Null while there is nothing to look at.</summary>
    public ViewerFrame? Viewer { get; private set; }

    public bool MayOpenAgain => Reader.MaySteer && Room.WasEnded && !Case.HasEnded;

    protected override string Kind => MeetingKind.KindName;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } room) return Redirect($"/casos/{Id}/passos/{Step}/videoconferencia");

        Room = room;
        if (room.Door != RoomDoor.Over && await talkedOf.FindAsync(Case, cancel) is var (plan, version, before))
            Viewer = new(version, before, await comments.OfAsync(version.Id, cancel), await views.RightsOfAsync(User, plan.Id, version.Id, cancel), words["{0}, versão {1}", Frame.TitleOf(plan.Step), version.Number].Value) { Stays = true };
        return Page();
    }

    public async Task<IActionResult> OnPostReopenAsync(CancellationToken cancel)
    {
        if (!Reader.MaySteer) return Forbid();
        if (await FindAsync(cancel) is not { } room) return Redirect($"/casos/{Id}/passos/{Step}/videoconferencia");

        await rooms.OpenAgainAsync(room.Id, cancel);
        return RedirectToPage(new { Id, Step });
    }

    /// <summary>Null while no time is booked, where they meet in another service's room, and for whoever looks through somebody's eyes.</summary>
    async Task<RoomView?> FindAsync(CancellationToken cancel) => await desk.FindAsync(Id, Step, cancel) is { BookingId: { } booking, Place: null } meeting
        ? await rooms.FindAsync(User, await rooms.OfAsync(MeetingDesk.Purpose, meeting.Id, booking, cancel), cancel)
        : null;
}
