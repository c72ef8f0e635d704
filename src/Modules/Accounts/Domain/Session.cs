namespace Percurso.Accounts.Domain;

/// <summary>One signed-in browser. Its cookie names it and holds nothing else, so that a row deleted here is a door closed everywhere.</summary>
sealed class Session
{
    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }

    /// <summary>Browser and system as their makers call them, <c>Firefox · Android</c>; empty when the browser did not say.</summary>
    public required string Device { get; init; }
    public required DateTime BeganAt { get; init; }

    /// <summary>Within minutes: a page does not write each time it is read.</summary>
    public required DateTime SeenAt { get; init; }
    public required DateTime EndsAt { get; init; }

    /// <summary>What the framework knows of the session, protected by the key ring.</summary>
    public required byte[] Ticket { get; init; }

    /// <summary>The client as whom somebody of the staff sees the site in this browser, until <see cref="SeenUntil"/>.</summary>
    public Guid? SeenAs { get; init; }
    public DateTime? SeenUntil { get; init; }
}
