using System.Text.Json.Serialization;

namespace Percurso.Production.Contracts;

/// <summary>Where an order to print stands. What leads from one to another is the table in <c>PrintFlow</c>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PrintState>))]
public enum PrintState
{
    /// <summary>In the queue; nobody has begun.</summary>
    Received,
    Printing,

    /// <summary>Washed, cured, its supports off, its sleeves in.</summary>
    Finishing,

    /// <summary>Somebody has looked at each part.</summary>
    Checked,
    Packed,

    /// <summary>With the carrier.</summary>
    Sent,
    Delivered,

    /// <summary>The print was no good; it is to be printed again.</summary>
    Failed,

    /// <summary>It did not arrive, or what arrived is no good.</summary>
    Complained,
    Cancelled,
}
