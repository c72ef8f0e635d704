namespace Percurso.Theme;

/// <summary>How something stands, or whose turn it is. Each has an icon and a colour; the words are the page's.</summary>
public enum Kind
{
    Info,
    Ok,
    Warn,
    Bad,

    /// <summary>The reader's turn.</summary>
    Yours,

    /// <summary>The company's turn.</summary>
    Ours,
    Locked,
    Hold,
}

static class Kinds
{
    public static string Icon(this Kind kind) => kind switch
    {
        Kind.Ok => "circle-check",
        Kind.Warn => "alert-triangle",
        Kind.Bad => "alert-circle",
        Kind.Yours => "arrow-narrow-right",
        Kind.Ours => "clock",
        Kind.Locked => "lock",
        Kind.Hold => "player-pause",
        _ => "info-circle",
    };

    public static string Suffix(this Kind kind) => kind.ToString().ToLowerInvariant();
}
