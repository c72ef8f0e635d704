using Microsoft.EntityFrameworkCore;

using Percurso.Kernel.Audit;
using Percurso.Kernel.Data;
using Percurso.Kernel.Web;

namespace Percurso.Kernel.Mail;

public enum LetterState { Waiting, Sent, GivenUp }

/// <summary>A letter in the administration's list.</summary>
public sealed record LetterLine(Guid Id, string Name, string ToAddress, string Subject, DateTime WrittenAt, LetterState State, int Attempts);

/// <summary>One letter with its delivery log. What it says is null where only its recipient may read it.</summary>
public sealed record LetterDetail(LetterLine Line, string MessageId, Guid? AgainOf, string? Html, string? Text, IReadOnlyList<LetterTry> Tries);

/// <summary>One try to hand it over; no error means that the server took it.</summary>
public sealed record LetterTry(DateTime At, string? Error);

/// <summary>Which letters to list: everything that is set must hold.</summary>
public sealed record LetterFilter(LetterState? State = null, string? Search = null);

/// <summary>The letters of the site, for the administration: listed, looked into, sent again.</summary>
public interface ILetters
{
    /// <summary>
    /// Only on a site from which no mail leaves may an administrator read letters: elsewhere a letter can hold a link that
    /// signs its recipient in.
    /// </summary>
    bool CanBeRead { get; }

    Task<int> CountAsync(LetterFilter filter, CancellationToken cancel);

    Task<List<LetterLine>> NewestAsync(LetterFilter filter, int skip, int take, CancellationToken cancel);

    Task<LetterDetail?> FindAsync(Guid id, CancellationToken cancel);

    /// <summary>All that went to exactly this address, the oldest first.</summary>
    Task<List<LetterLine>> ToAsync(string address, CancellationToken cancel);

    /// <summary>Whoever asked to be forgotten: those that went to this address keep neither it nor what they said.</summary>
    Task ForgetAsync(string address, CancellationToken cancel);

    /// <summary>Sends a copy, with a Message-ID of its own, or the recipient's mailbox would take it for the one it has. Null: no such letter.</summary>
    /// <exception cref="RuleBrokenException">What it said is no longer kept.</exception>
    Task<Guid?> SendAgainAsync(Guid id, CancellationToken cancel);
}

sealed class Letters(KernelDb db, Transport transport, PublicUrl url, IAudit audit, TimeProvider clock) : ILetters
{
    public bool CanBeRead => transport.IsFolder;

    public Task<int> CountAsync(LetterFilter filter, CancellationToken cancel) => Matching(filter).CountAsync(cancel);

    public Task<List<LetterLine>> NewestAsync(LetterFilter filter, int skip, int take, CancellationToken cancel) =>
        Lines(Matching(filter).OrderByDescending(row => row.WrittenAt).ThenByDescending(row => row.Id).Skip(skip).Take(take)).ToListAsync(cancel);

    public Task<List<LetterLine>> ToAsync(string address, CancellationToken cancel) =>
        Lines(db.Letters.AsNoTracking().Where(row => row.ToAddress == address).OrderBy(row => row.WrittenAt).ThenBy(row => row.Id)).ToListAsync(cancel);

    public async Task<LetterDetail?> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Letters.AsNoTracking().Include(row => row.Log).SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } row) return null;

        var state = row.SentAt is not null ? LetterState.Sent : row.GivenUpAt is not null ? LetterState.GivenUp : LetterState.Waiting;
        return new(
            new(row.Id, row.Name, row.ToAddress, row.Subject, row.WrittenAt, state, row.Attempts),
            row.MessageId, row.AgainOf,
            CanBeRead ? row.Html : null, CanBeRead ? row.Text : null,
            [.. row.Log.OrderBy(attempt => attempt.Number).Select(attempt => new LetterTry(attempt.At, attempt.Error))]);
    }

    public Task ForgetAsync(string address, CancellationToken cancel) => db.Letters.Where(row => row.ToAddress == address && (row.SentAt != null || row.GivenUpAt != null))
        .ExecuteUpdateAsync(set => set.SetProperty(row => row.ToAddress, "").SetProperty(row => row.ToName, "").SetProperty(row => row.Html, "").SetProperty(row => row.Text, "")
            .SetProperty(row => row.Calendar, (string?)null), cancel);

    public async Task<Guid?> SendAgainAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Letters.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } letter) return null;
        if (letter.Html.Length == 0) throw new RuleBrokenException("O texto desta carta já foi apagado, por causa do prazo de guarda. Repita o ato que a causou.");

        var now = clock.GetUtcNow().UtcDateTime;
        var copy = Guid.CreateVersion7();
        using var together = Together.Begin();
        db.Add(new LetterRow
        {
            Id = copy,
            Name = letter.Name,
            ToAddress = letter.ToAddress,
            ToName = letter.ToName,
            Culture = letter.Culture,
            Subject = letter.Subject,
            Html = letter.Html,
            Text = letter.Text,
            Calendar = letter.Calendar,
            CalendarMethod = letter.CalendarMethod,
            MessageId = $"{copy:N}@{url.Host}",
            WrittenAt = now,
            NotBefore = now,
            AgainOf = letter.Id,
        });
        await db.SaveChangesAsync(cancel);
        await audit.RecordAsync(KernelActs.LetterSentAgain, letter.Name, new Dictionary<string, string> { ["letter"] = $"{letter.Id}", ["copy"] = $"{copy}" }, cancel);
        together.Complete();
        return copy;
    }

    static IQueryable<LetterLine> Lines(IQueryable<LetterRow> rows) => rows.Select(row => new LetterLine(
        row.Id, row.Name, row.ToAddress, row.Subject, row.WrittenAt,
        row.SentAt != null ? LetterState.Sent : row.GivenUpAt != null ? LetterState.GivenUp : LetterState.Waiting, row.Attempts));

    IQueryable<LetterRow> Matching(LetterFilter filter)
    {
        var rows = db.Letters.AsNoTracking();
        rows = filter.State switch
        {
            LetterState.Sent => rows.Where(row => row.SentAt != null),
            LetterState.GivenUp => rows.Where(row => row.GivenUpAt != null),
            LetterState.Waiting => rows.Where(row => row.SentAt == null && row.GivenUpAt == null),
            _ => rows,
        };
        return string.IsNullOrWhiteSpace(filter.Search) ? rows
            : rows.Where(row => Sql.Plain(row.ToAddress + " " + row.Subject).Contains(Sql.Plain(filter.Search.Trim())));
    }
}
