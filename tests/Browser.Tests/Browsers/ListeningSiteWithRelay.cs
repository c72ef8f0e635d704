using Percurso.Testing;

namespace Percurso.Tests.Browser.Browsers;

/// <summary>The demonstration's site on a port of its own, with a relay beside it that every picture and sound must pass.</summary>
public sealed class ListeningSiteWithRelay : Site
{
    public Relay Relay { get; } = new();

    protected override bool Listens => true;

    protected override bool SendsMail => false;

    protected override IEnumerable<KeyValuePair<string, string>> Configuration =>
        [new("Meetings:Turn:Urls", Relay.Url), new("Meetings:Turn:Secret", Relay.Secret), new("Meetings:OnlyRelay", "true")];

    public override async ValueTask InitializeAsync()
    {
        await Relay.StartAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await Relay.DisposeAsync();
        await base.DisposeAsync();
    }
}
