using System.Text.Json.Serialization;

namespace Percurso.Gateway;

enum Status
{
    Open,
    Waiting,
    Paid,
    Ended,
    ChargedBack,
}

enum Method
{
    Card,
    Boleto,
    Pix,
}

/// <summary>How the shop is told of what happens next to a checkout.</summary>
enum Telling
{
    Once,
    Twice,

    /// <summary>Before it has happened: whoever asks then is told the old state, and is told nothing more.</summary>
    Early,
    Never,
}

/// <summary>What a shop asks for. Amounts are cents.</summary>
sealed record Order(
    Guid Reference, long Amount, string Currency, string Title, string PayerName, string PayerEmail, Uri ReturnTo, Uri NotifyAt, DateTimeOffset EndsAt, IReadOnlyList<string>? Replaces);

/// <summary>One order at the till.</summary>
sealed class Checkout
{
    public required string Id { get; init; }
    public required Order Order { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public Status Status { get; set; }
    public Method? Method { get; set; }
    public int Instalments { get; set; } = 1;
    public DateTimeOffset? WaitsUntil { get; set; }
    public long Refunded { get; set; }

    /// <summary>Refunds done, by the shop's own ids.</summary>
    public Dictionary<Guid, long> Refunds { get; init; } = [];
    public Telling Telling { get; set; }

    [JsonIgnore]
    public bool IsPayable => Status is Status.Open or Status.Waiting;

    /// <summary>What the shop is told when it asks.</summary>
    public object View() => new
    {
        Id,
        Order.Reference,
        Status = Status switch { Status.ChargedBack => "charged_back", var other => other.ToString().ToLowerInvariant() },
        Order.Amount,
        Order.Currency,
        Method = Method?.ToString().ToLowerInvariant(),
        WaitsUntil,
        Refunded,
    };
}
