using Percurso.Theme.Contracts;

namespace Percurso.Theme;

/// <summary>How each kind looks.</summary>
static class KindPictures
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

    /// <summary>The end of its class in the stylesheet.</summary>
    public static string Suffix(this Kind kind) => kind.ToString().ToLowerInvariant();
}
