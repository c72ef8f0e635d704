using System.Collections.Immutable;
using System.Text.Json;
using System.Transactions;

using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

using Percurso.Kernel.Data;
using Percurso.Kernel.Security;

namespace Percurso.Kernel.Audit;

/// <summary>
/// The log of administrative acts, which nobody can edit. An act and its record are saved together or not at all, so record
/// inside <see cref="Together"/>, and last: until it ends no other act can be recorded, on any node.
/// </summary>
public interface IAudit
{
    /// <summary>Records that the person of this request did something.</summary>
    /// <param name="act">What; registered with <c>AddAuditActs</c>.</param>
    /// <param name="subject">What it was done to: an id, or a name that is nobody's. It is kept for ever.</param>
    /// <param name="details">More of the kind, in a few words each. Never health data, nothing that would have to be erased.</param>
    /// <param name="cancel">Cancels the caller's transaction too.</param>
    /// <param name="by">Who, where no one has signed in; for nobody at all the site did it itself.</param>
    /// <exception cref="InvalidOperationException">There is no transaction, or the act is not known.</exception>
    Task RecordAsync(
        AuditAct act, string subject, IReadOnlyDictionary<string, string>? details, CancellationToken cancel, AuditPerson? by = null);
}

/// <summary>Somebody in the log.</summary>
/// <param name="Account">Null for somebody without an account, and for the site itself.</param>
/// <param name="Name">As it was at the time; empty for the site itself.</param>
public sealed record AuditPerson(Guid? Account, string Name)
{
    internal static readonly AuditPerson Site = new(null, "");
}

sealed class Audit(KernelDb db, IEnumerable<AuditAct> acts, IPeople people, IHttpContextAccessor request, TimeProvider clock) : IAudit
{
    public async Task RecordAsync(
        AuditAct act, string subject, IReadOnlyDictionary<string, string>? details, CancellationToken cancel, AuditPerson? by = null)
    {
        if (Transaction.Current is null) throw new InvalidOperationException("Record an act inside Together.Begin(), with what it changed.");
        if (!acts.Contains(act)) throw new InvalidOperationException($"Register the act {act.Name} with AddAuditActs.");

        var person = by ?? await PersonAsync(cancel);
        var head = (await db.Database.SqlQuery<Head>($"""select number as "Number", hash as "Hash" from kernel.audit_head for update""").ToListAsync(cancel)).Single();
        var link = new Link(head.Number + 1, Now, person, act.Name, subject, Sorted(details), head.Hash);
        await AppendAsync(link, cancel);
    }

    static ImmutableSortedDictionary<string, string> Sorted(IReadOnlyDictionary<string, string>? details) =>
        (details ?? ImmutableDictionary<string, string>.Empty).ToImmutableSortedDictionary(StringComparer.Ordinal);

    async Task<AuditPerson> PersonAsync(CancellationToken cancel) =>
        request.HttpContext?.User is { } person && (person.SeenBy() ?? person.FindAccountId()) is { } account
            ? new(account, await people.NameOfAsync(account, cancel) ?? "")
            : AuditPerson.Site;

    /// <summary>To the microsecond, as PostgreSQL keeps it: what is read back must give the same hash.</summary>
    DateTime Now
    {
        get
        {
            var now = clock.GetUtcNow().UtcDateTime;
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        }
    }

    Task<int> AppendAsync(Link link, CancellationToken cancel) => db.Database.ExecuteSqlAsync(
        $"""
        with appended as (
            insert into kernel.audit (number, at, account_id, who, act, subject, details, previous, hash)
            values ({link.Number}, {link.At}, {link.By.Account}, {link.By.Name}, {link.Act}, {link.Subject},
                    {JsonSerializer.Serialize(link.Details)}::jsonb, {link.Previous}, {link.Hash()}))
        update kernel.audit_head set number = {link.Number}, hash = {link.Hash()}
        """, cancel);

    sealed record Head(long Number, byte[] Hash);
}
