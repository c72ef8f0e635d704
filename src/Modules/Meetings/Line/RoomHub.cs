using System.Globalization;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;

using Percurso.Kernel.Security;
using Percurso.Meetings.Contracts;
using Percurso.Meetings.Data;
using Percurso.Meetings.Domain;

namespace Percurso.Meetings.Line;

/// <summary>
/// The line between a room's page and the site: asking to be let in, what browsers tell each other to find a way for picture and sound, what is
/// written. Rights are asked at each call; answers are words of a protocol, which the page says in the reader's language.
/// </summary>
[Authorize]
sealed class RoomHub(MeetingsDb db, Doorman doorman, Gathering gathering, Switchboard switchboard, TimeProvider clock) : Hub
{
    /// <summary>Letters of one message between browsers; a description of four people's pictures is some twelve thousand.</summary>
    const int LongestSignal = 60_000;

    DateTime Now => clock.GetUtcNow().UtcDateTime;

    CancellationToken Gone => Context.ConnectionAborted;

    Guid RoomId => Guid.Parse((string)Context.GetHttpContext()!.GetRouteValue("room")!, CultureInfo.InvariantCulture);

    /// <param name="resumed">The visit whose connection broke.</param>
    /// <returns><c>inside</c>, <c>waiting</c>, <c>refused</c>, or where there is no way in <c>not-yet</c> or <c>over</c>; with the visit, who is there, and what was written before.</returns>
    public async Task<object> Enter(Guid? resumed)
    {
        var standing = await StandingAsync();
        if (standing.Door != RoomDoor.Open) return new { State = standing.Door == RoomDoor.NotYet ? "not-yet" : "over" };

        var visit = await gathering.ComeAsync(RoomId, Context.User!.AccountId(), standing.Role == RoomRole.Host, resumed, Context.ConnectionId, Gone);
        await gathering.TellAsync(RoomId, Gone);
        return await StateOfAsync(visit);
    }

    /// <summary>Said every ten seconds, so that a browser that missed something hears it all the same.</summary>
    /// <returns>As <see cref="Enter"/>.</returns>
    public async Task<object> Here()
    {
        if ((await StandingAsync()).Door != RoomDoor.Open) return new { State = "over" };
        if (await gathering.OnAsync(RoomId, Context.ConnectionId, Gone) is not { } visit) return new { State = "gone" };

        visit.On(switchboard.Node, Context.ConnectionId, Now);
        await db.SaveChangesAsync(Gone);
        return await StateOfAsync(visit);
    }

    /// <summary>Said when the page goes away, and the connection with it: it is carried out all the same.</summary>
    public async Task Leave()
    {
        var cancel = CancellationToken.None;
        if (await gathering.OnAsync(RoomId, Context.ConnectionId, cancel) is not { } visit) return;

        visit.Leave(Now);
        await db.SaveChangesAsync(cancel);
        await gathering.TellAsync(RoomId, cancel);
    }

    /// <returns>False when the room is full, or nobody waits there any more.</returns>
    public async Task<bool> LetIn(Guid visit)
    {
        var host = await InsideAsync(RoomRole.Host);
        var here = await gathering.HereAsync(RoomId, Gone);
        if (here.FirstOrDefault(one => one.Id == visit && one.State == VisitState.Waiting) is not { } guest || Gathering.IsFull(here, guest)) return false;

        guest.ComeIn(host.AccountId, Now);
        await db.SaveChangesAsync(Gone);
        await switchboard.SendAsync(db, guest, "let-in", await StateOfAsync(guest), Gone);
        await gathering.TellAsync(RoomId, Gone);
        return true;
    }

    /// <summary>Does not let somebody in, or sends them out.</summary>
    public async Task Refuse(Guid visit)
    {
        await InsideAsync(RoomRole.Host);
        if ((await gathering.HereAsync(RoomId, Gone)).FirstOrDefault(one => one.Id == visit && !one.IsHost) is not { } guest) return;

        guest.Refuse(Now);
        await db.SaveChangesAsync(Gone);
        await switchboard.SendAsync(db, guest, "refused", new { }, Gone);
        await gathering.TellAsync(RoomId, Gone);
    }

    /// <summary>What one browser tells another to find a way between them; the site does not look into it.</summary>
    public async Task Signal(Guid visit, string body)
    {
        var from = await InsideAsync();
        if (body.Length > LongestSignal) throw new LineRefusedException("too-long");
        if ((await gathering.HereAsync(RoomId, Gone)).FirstOrDefault(one => one.Id == visit && one.State == VisitState.Inside) is { } to)
            await switchboard.SendAsync(db, to, "signal", new { From = from.Id, Body = body }, Gone);
    }

    /// <summary>What the page shares with the others' pages while no direct way stands.</summary>
    public async Task Share(string body)
    {
        var from = await InsideAsync();
        if (body.Length > LongestSignal) throw new LineRefusedException("too-long");
        await gathering.ToOthersAsync(from, "shared", new { From = from.Id, Body = body }, Gone);
    }

    /// <returns>The line as it was kept.</returns>
    public async Task<object> Say(string text)
    {
        var from = await InsideAsync();
        var said = text.Replace("\0", "", StringComparison.Ordinal).Trim();
        if (said.Length is 0 or > ChatLine.TextLength) throw new LineRefusedException("too-long");

        var line = new ChatLine { RoomId = RoomId, By = from.AccountId, At = Now, Text = said };
        db.Add(line);
        await db.SaveChangesAsync(Gone);
        var name = (await gathering.SeenByAsync(from, Gone)).First(one => one.Visit == from.Id).Name;
        await gathering.ToOthersAsync(from, "line", new { line.Id, Name = name, line.At, line.Text, Own = false }, Gone);
        return new { line.Id, Name = name, line.At, line.Text, Own = true };
    }

    /// <summary>For everybody.</summary>
    public async Task End()
    {
        var host = await InsideAsync(RoomRole.Host);
        var room = (await StandingAsync()).Room;
        room.End(host.AccountId, Now);
        foreach (var visit in await gathering.HereAsync(RoomId, Gone))
        {
            visit.Leave(Now);
            await switchboard.SendAsync(db, visit, "ended", new { }, Gone);
        }

        await db.SaveChangesAsync(Gone);
    }

    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        // The connection is gone, and with it its token; the others still want to know.
        var cancel = CancellationToken.None;
        if (await gathering.OnAsync(RoomId, Context.ConnectionId, cancel) is { } visit)
        {
            visit.Lose(Now);
            await db.SaveChangesAsync(cancel);
            await gathering.TellAsync(RoomId, cancel);
        }

        await base.OnDisconnectedAsync(exception);
    }

    async Task<object> StateOfAsync(Visit visit) => visit.State switch
    {
        VisitState.Inside => new { State = "inside", Visit = visit.Id, visit.IsHost, People = await gathering.SeenByAsync(visit, Gone), Lines = await LinesAsync(visit) },
        _ => new { State = "waiting", Visit = visit.Id, visit.IsHost },
    };

    async Task<object> LinesAsync(Visit visit) => (await gathering.LinesAsync(RoomId, Gone))
        .Select(line => new { line.Id, line.Name, line.At, line.Text, Own = line.By == visit.AccountId });

    async Task<Standing> StandingAsync()
    {
        if (await doorman.FindAsync(Context.User!, RoomId, Gone) is { } standing) return standing;

        Context.Abort();
        throw new LineRefusedException("gone");
    }

    /// <summary>Whoever is inside an open room, and of these, if so asked, only hosts.</summary>
    async Task<Visit> InsideAsync(RoomRole least = RoomRole.Guest)
    {
        var standing = await StandingAsync();
        if (standing.Door == RoomDoor.Open && standing.Role >= least && await gathering.OnAsync(RoomId, Context.ConnectionId, Gone) is { State: VisitState.Inside } visit
            && (least != RoomRole.Host || visit.IsHost)) return visit;

        throw new LineRefusedException("outside");
    }
}
