using Microsoft.Extensions.Configuration;

using Percurso.Kernel;
using Percurso.Meetings.Domain;

namespace Percurso.Meetings.Line;

/// <summary>A server that helps two browsers find a way to each other, as <c>RTCConfiguration.iceServers</c> takes it.</summary>
sealed record IceServer(IReadOnlyList<string> Urls, string? Username = null, string? Credential = null);

/// <summary>What a browser needs to know: the servers, and whether only relayed ways count.</summary>
sealed record IceWays(IReadOnlyList<IceServer> Servers, bool OnlyRelay, bool HasRelay);

/// <summary>
/// STUN and TURN as the operator configured them: <c>Meetings:Stun</c>, <c>Meetings:Turn:Urls</c> and <c>Meetings:Turn:Secret</c> (coturn's
/// <c>static-auth-secret</c>), <c>Meetings:OnlyRelay</c>. Addresses are parted by commas.
/// </summary>
sealed class IceServers(IConfiguration configuration, TimeProvider clock)
{
    readonly string[] stun = Addresses(configuration["Meetings:Stun"]);
    readonly string[] turn = Addresses(configuration["Meetings:Turn:Urls"]);
    readonly string? secret = configuration["Meetings:Turn:Secret"];
    readonly bool onlyRelay = configuration.GetValue("Meetings:OnlyRelay", false);

    /// <exception cref="StartRefusedException">A relay without its secret, which nobody could use.</exception>
    public void Check()
    {
        if (turn.Length > 0 && string.IsNullOrEmpty(secret)) throw new StartRefusedException("Meetings:Turn:Urls names a relay, and Meetings:Turn:Secret is missing: it is what the relay calls static-auth-secret.");
    }

    /// <param name="who">Stands in the relay's log: no name.</param>
    public IceWays For(string who)
    {
        var servers = new List<IceServer>();
        if (stun.Length > 0) servers.Add(new(stun));
        if (turn.Length > 0)
        {
            var pass = TurnPass.Until(clock.GetUtcNow() + TurnPass.Life, who, secret!);
            servers.Add(new(turn, pass.Username, pass.Credential));
        }

        return new(servers, onlyRelay, turn.Length > 0);
    }

    static string[] Addresses(string? setting) => (setting ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
