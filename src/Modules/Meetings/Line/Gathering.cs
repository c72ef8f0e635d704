using Microsoft.EntityFrameworkCore;

using Percurso.Kernel.Security;
using Percurso.Meetings.Data;
using Percurso.Meetings.Domain;

namespace Percurso.Meetings.Line;

/// <summary>Somebody in a room, as the others' pages show them.</summary>
/// <param name="Lost">Their connection to the site is broken for the moment.</param>
sealed record Someone(Guid Visit, string Name, bool IsHost, bool Waits, bool Lost);

/// <summary>What was written, with its writer's name.</summary>
sealed record Written(Guid Id, Guid By, string Name, DateTime At, string Text);

/// <summary>Who is in a room, and who tells whom when that changes.</summary>
sealed class Gathering(MeetingsDb db, Switchboard switchboard, IPeople people, TimeProvider clock)
{
    DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Those who are there, in the order in which they came; whoever has been silent too long is not any more.</summary>
    public async Task<List<Visit>> HereAsync(Guid room, CancellationToken cancel)
    {
        var (waiting, inside) = (VisitState.Waiting, VisitState.Inside);
        var here = await db.Visits.Where(visit => visit.RoomId == room && (visit.State == waiting || visit.State == inside)).OrderBy(visit => visit.Id).ToListAsync(cancel);
        foreach (var visit in here.Where(visit => visit.LostAt < Now - Visit.Patience || visit.SeenAt < Now - Visit.Silence)) visit.Leave(visit.LostAt ?? visit.SeenAt);
        await db.SaveChangesAsync(cancel);
        return [.. here.Where(visit => visit.IsHere)];
    }

    /// <summary>The one on this connection; null when it is nobody's, or not any more.</summary>
    public async Task<Visit?> OnAsync(Guid room, string connection, CancellationToken cancel) =>
        await db.Visits.Where(visit => visit.RoomId == room && visit.Connection == connection).OrderByDescending(visit => visit.Id).FirstOrDefaultAsync(cancel) is { IsHere: true } visit ? visit : null;

    /// <summary>
    /// Takes up a visit whose connection broke, or begins one. A host goes in, and so does whoever was let in before and not sent out since; others wait.
    /// Whoever comes by another window leaves the first.
    /// </summary>
    public async Task<Visit> ComeAsync(Guid room, Guid account, bool isHost, Guid? resumed, string connection, CancellationToken cancel)
    {
        var here = await HereAsync(room, cancel);
        var own = here.Where(visit => visit.AccountId == account).ToList();
        var visit = own.FirstOrDefault(visit => visit.Id == resumed);
        foreach (var other in own.Where(other => other != visit))
        {
            other.Leave(Now);
            await switchboard.SendAsync(db, other, "elsewhere", new { }, cancel);
        }

        if (visit is null)
        {
            visit = new(room, account, isHost, Now);
            db.Add(visit);
        }

        visit.On(switchboard.Node, connection, Now);
        if (visit.State == VisitState.Waiting && (isHost || await WasLetInAsync(room, account, cancel)) && !IsFull(here, visit)) visit.ComeIn(null, Now);
        await db.SaveChangesAsync(cancel);
        return visit;
    }

    public static bool IsFull(IEnumerable<Visit> here, Visit but) => here.Count(other => other.State == VisitState.Inside && other.AccountId != but.AccountId) >= RoomRules.MostInside;

    /// <summary>Each hears who is there; who waits is the hosts' affair.</summary>
    public async Task TellAsync(Guid room, CancellationToken cancel)
    {
        var here = await HereAsync(room, cancel);
        var all = await SomeonesAsync(here, cancel);
        foreach (var visit in here.Where(visit => visit.LostAt is null)) await switchboard.SendAsync(db, visit, "people", For(visit, all), cancel);
    }

    /// <summary>Who is there, as one of them is told.</summary>
    public async Task<IReadOnlyList<Someone>> SeenByAsync(Visit visit, CancellationToken cancel) => For(visit, await SomeonesAsync(await HereAsync(visit.RoomId, cancel), cancel));

    /// <summary>What was written in the room, in order.</summary>
    public async Task<IReadOnlyList<Written>> LinesAsync(Guid room, CancellationToken cancel)
    {
        var lines = new List<Written>();
        foreach (var line in await db.Lines.AsNoTracking().Where(line => line.RoomId == room).OrderBy(line => line.Seq).ToListAsync(cancel))
            lines.Add(new(line.Id, line.By, await people.NameOfAsync(line.By, cancel) ?? "", line.At, line.Text));
        return lines;
    }

    /// <summary>The same to everybody inside but one.</summary>
    public async Task ToOthersAsync(Visit from, string message, object body, CancellationToken cancel)
    {
        foreach (var visit in await HereAsync(from.RoomId, cancel))
            if (visit.Id != from.Id && visit.State == VisitState.Inside) await switchboard.SendAsync(db, visit, message, body, cancel);
    }

    static List<Someone> For(Visit visit, IEnumerable<Someone> all) =>
        visit.State == VisitState.Inside ? [.. all.Where(one => visit.IsHost || !one.Waits)] : [.. all.Where(one => one.Visit == visit.Id)];

    async Task<List<Someone>> SomeonesAsync(IEnumerable<Visit> here, CancellationToken cancel)
    {
        var all = new List<Someone>();
        foreach (var visit in here)
            all.Add(new(visit.Id, await people.NameOfAsync(visit.AccountId, cancel) ?? "", visit.IsHost, visit.State == VisitState.Waiting, visit.LostAt is not null));
        return all;
    }

    async Task<bool> WasLetInAsync(Guid room, Guid account, CancellationToken cancel)
    {
        // Whoever waited and gave up was neither let in nor sent out.
        var refused = VisitState.Refused;
        var last = await db.Visits.Where(visit => visit.RoomId == room && visit.AccountId == account && (visit.CameAt != null || visit.State == refused))
            .OrderByDescending(visit => visit.Id).Select(visit => new { visit.CameAt, visit.State }).FirstOrDefaultAsync(cancel);
        return last is { CameAt: not null, State: not VisitState.Refused };
    }
}
