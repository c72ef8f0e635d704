using System.Text.Json;

using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

using Percurso.Kernel.Data;
using Percurso.Meetings.Data;
using Percurso.Meetings.Domain;

namespace Percurso.Meetings.Line;

/// <summary>
/// Brings a message to somebody's connection, whichever node holds it: over this one's own line, or as a row that the other node takes out when its
/// bell rings (a notification of the database holds 8000 bytes, and what two browsers tell each other is longer).
/// </summary>
sealed class Switchboard(IServiceScopeFactory scopes, IHubContext<RoomHub> line, Bell bell, TimeProvider clock, ILogger<Switchboard> log) : BackgroundService
{
    static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    /// <summary>This process, among those on one database.</summary>
    public Guid Node { get; } = Guid.CreateVersion7();

    DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task SendAsync(MeetingsDb db, Visit to, string message, object body, CancellationToken cancel)
    {
        var json = body as string ?? JsonSerializer.Serialize(body, JsonSerializerOptions.Web);
        if (to.Node == Node)
        {
            await line.Clients.Client(to.Connection).SendAsync(message, json, cancel);
            return;
        }

        await db.Database.ExecuteSqlAsync(
            $"insert into meetings.parcel (node, connection, message, body, at) values ({to.Node}, {to.Connection}, {message}, {json}, {Now})", cancel);
        await bell.RingAsync(BellOf(to.Node), cancel);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Loop.RunAsync(bell, BellOf(Node), HandOutAsync, clock, log, stoppingToken);

    static string BellOf(Guid node) => $"meetings.{node:N}";

    async Task<bool> HandOutAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MeetingsDb>();
        var forgotten = Now - Kept;
        var taken = await db.Parcels.FromSql($"delete from meetings.parcel where node = {Node} or at < {forgotten} returning *").AsNoTracking().ToListAsync(cancel);
        foreach (var parcel in taken.Where(one => one.Node == Node).OrderBy(one => one.Seq))
            await line.Clients.Client(parcel.Connection).SendAsync(parcel.Message, parcel.Body, cancel);
        return taken.Count > 0;
    }
}
