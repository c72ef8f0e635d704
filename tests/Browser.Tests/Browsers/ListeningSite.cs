using Percurso.Testing;

namespace Percurso.Tests.Browser.Browsers;

/// <summary>The demonstration's site on a port of its own. Without a mail server, so that its letters can be read in it.</summary>
public sealed class ListeningSite : Site
{
    protected override bool Listens => true;

    protected override bool SendsMail => false;
}

/// <summary>A site on a port of its own that nobody has set up.</summary>
public sealed class ListeningFreshSite : Site
{
    protected override bool Listens => true;

    protected override bool SendsMail => false;

    protected override bool IsSetUp => false;
}
