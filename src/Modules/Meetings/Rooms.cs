using System.Security.Claims;

using Microsoft.EntityFrameworkCore;

using Percurso.Kernel.Security;
using Percurso.Meetings.Contracts;
using Percurso.Meetings.Data;
using Percurso.Meetings.Line;

namespace Percurso.Meetings;

sealed class Rooms(MeetingsDb db, Doorman doorman, Gathering gathering, IPeople people, TimeProvider clock) : IMeetingRooms
{
    public async Task<TimeSpan> EarlyAsync(CancellationToken cancel) => TimeSpan.FromMinutes((await doorman.RulesAsync(cancel)).Early);

    public async Task<Guid> OfAsync(string purpose, Guid subject, Guid booking, CancellationToken cancel)
    {
        // Of two who ask first at once, one makes it.
        var (id, now) = (Guid.CreateVersion7(), clock.GetUtcNow().UtcDateTime);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into meetings.room (id, version, purpose, subject_id, booking_id, made_at) values ({id}, 0, {purpose}, {subject}, {booking}, {now})
            on conflict (booking_id) do nothing
            """, cancel);
        return await db.Rooms.Where(room => room.BookingId == booking).Select(room => room.Id).SingleAsync(cancel);
    }

    public async Task<RoomView?> FindAsync(ClaimsPrincipal person, Guid room, CancellationToken cancel) =>
        await doorman.FindAsync(person, room, cancel) is { } found
            ? new(room, found.Role, found.Door, found.OpensAt, found.Admission.StartsAt, found.Room.EndedAt is not null)
            : null;

    public async Task OpenAgainAsync(Guid room, CancellationToken cancel)
    {
        (await db.Rooms.SingleAsync(row => row.Id == room, cancel)).OpenAgain();
        await db.SaveChangesAsync(cancel);
    }

    public async Task<RoomRecord> RecordAsync(string purpose, Guid subject, CancellationToken cancel)
    {
        var (chat, visits) = (new List<ChatView>(), new List<VisitView>());
        foreach (var room in await db.Rooms.Where(row => row.Purpose == purpose && row.SubjectId == subject).OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(cancel))
        {
            chat.AddRange((await gathering.LinesAsync(room, cancel)).Select(line => new ChatView(line.By, line.Name, line.At, line.Text)));
            foreach (var visit in await db.Visits.AsNoTracking().Where(row => row.RoomId == room && row.CameAt != null).OrderBy(row => row.Id).ToListAsync(cancel))
                visits.Add(new(visit.AccountId, await people.NameOfAsync(visit.AccountId, cancel) ?? "", visit.IsHost, visit.CameAt!.Value, visit.LeftAt));
        }

        return new(chat, visits);
    }
}
