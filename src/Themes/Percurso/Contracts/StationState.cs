namespace Percurso.Theme.Contracts;

/// <summary>Where one station of a path stands.</summary>
public enum StationState
{
    /// <summary>A path that is only told, not walked: the station shows its number.</summary>
    Plain,
    Done,

    /// <summary>The reader's turn.</summary>
    Yours,

    /// <summary>The company's turn.</summary>
    Ours,
    Locked,
    Hold,
}
