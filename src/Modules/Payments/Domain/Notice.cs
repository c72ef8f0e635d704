namespace Percurso.Payments.Domain;

/// <summary>What a gateway told, kept as it came, under the id the gateway gave it.</summary>
sealed record Notice(string Gateway, string EventId, string Session, string Body, DateTime ReceivedAt);

enum ErrandKind
{
    /// <summary>To ask how a checkout stands.</summary>
    Ask,

    /// <summary>To have money given back.</summary>
    Refund,
}

/// <summary>
/// Something to be done at the gateway, written down with the change that wants it and done a moment later. Asked for anew it
/// is done anew: <see cref="Rings"/> tells whether that happened while it was being done.
/// </summary>
sealed class Errand
{
    public long Number { get; private set; }
    public ErrandKind Kind { get; init; }

    /// <summary>The checkout's id at the gateway, or the refund's id here.</summary>
    public required string Subject { get; init; }
    public required string Gateway { get; init; }
    public int Rings { get; init; }
    public int Attempts { get; set; }
    public DateTime NotBefore { get; set; }
    public DateTime? DoneAt { get; set; }
    public DateTime? GivenUpAt { get; set; }
    public string? Error { get; set; }
}

/// <summary>A receipt that finance attached when it confirmed a payment by hand. Only those who handle charges see it.</summary>
sealed record Proof(Guid ChargeId, string FileName, string ContentType, byte[] Content, Guid AddedBy, DateTime AddedAt);
