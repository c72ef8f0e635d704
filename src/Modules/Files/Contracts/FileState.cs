using System.Text.Json.Serialization;

namespace Percurso.Files.Contracts;

/// <summary>Where one file stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FileState>))]
public enum FileState
{
    /// <summary>It has come; the checks have yet to say.</summary>
    Checking,
    Fine,

    /// <summary>The checks found something doubtful, and nobody has answered for it.</summary>
    AtRisk,

    /// <summary>Somebody answers by name for what the checks found doubtful.</summary>
    RiskTaken,

    /// <summary>The checks say that it cannot be used.</summary>
    Refused,

    /// <summary>A scanner's ZIP of which each mesh went to its own slot; it stands for nothing itself.</summary>
    Split,

    /// <summary>It is somebody else's: kept for the company alone.</summary>
    Quarantined,

    /// <summary>The sender took it back.</summary>
    Withdrawn,
}
