using Percurso.Testing;

namespace Percurso.Tests.Meetings;

/// <summary>A site whose operator has a relay for pictures and sound.</summary>
public sealed class SiteWithRelay : Site
{
    public const string Secret = "north-and-south";

    protected override IEnumerable<KeyValuePair<string, string>> Configuration =>
    [
        new("Meetings:Stun", "stun:stun.example:3478"),
        new("Meetings:Turn:Urls", "turn:turn.example:3478?transport=udp, turns:turn.example:5349?transport=tcp"),
        new("Meetings:Turn:Secret", Secret),
    ];
}
