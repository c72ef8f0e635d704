using Percurso.Testing;

namespace Percurso.Tests.Browser.Browsers;

/// <summary>The demonstration's site and its gateway, each on a port of its own; letters stay in the site's folder.</summary>
public sealed class ListeningShop : ShopSite
{
    protected override bool Listens => true;

    protected override bool SendsMail => false;
}
