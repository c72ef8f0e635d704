namespace Percurso.Testing;

/// <summary>A site nobody has set up: its database holds what the migrations make, and nothing else.</summary>
public sealed class FreshSite : Site
{
    protected override bool IsSetUp => false;
}
