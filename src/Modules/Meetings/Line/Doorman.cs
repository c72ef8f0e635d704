using System.Security.Claims;

using Microsoft.EntityFrameworkCore;

using Percurso.Kernel.Security;
using Percurso.Kernel.Settings;
using Percurso.Meetings.Contracts;
using Percurso.Meetings.Data;
using Percurso.Meetings.Domain;

namespace Percurso.Meetings.Line;

/// <summary>Somebody before a room that is there for them.</summary>
sealed record Standing(Room Room, RoomRole Role, RoomDoor Door, Admission Admission, DateTime OpensAt);

/// <summary>Who may come into which room, asked of whoever owns its subject, at each request and at each call.</summary>
sealed class Doorman(MeetingsDb db, IEnumerable<IRoomSubjects> owners, ISettings settings, TimeProvider clock)
{
    public async Task<RoomRules> RulesAsync(CancellationToken cancel) => await settings.FindAsync<RoomRules>(cancel) ?? new();

    /// <summary>Null for whom it is not there. Whoever of the staff looks through somebody's eyes does not sit down in their place.</summary>
    public async Task<Standing?> FindAsync(ClaimsPrincipal person, Guid id, CancellationToken cancel)
    {
        if (person.FindAccountId() is null || person.SeenBy() is not null
            || await db.Rooms.SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } room
            || owners.FirstOrDefault(one => one.Purpose == room.Purpose) is not { } owner
            || await owner.AdmitAsync(person, room.SubjectId, room.BookingId, cancel) is not { Role: not RoomRole.None } admission) return null;

        var rules = await RulesAsync(cancel);
        return new(room, admission.Role, room.DoorAt(clock.GetUtcNow().UtcDateTime, admission, rules), admission, admission.StartsAt.AddMinutes(-rules.Early));
    }
}
