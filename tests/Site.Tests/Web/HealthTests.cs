using System.Net;

using Percurso.Testing;

namespace Percurso.Tests.Web;

public sealed class HealthTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task A_running_site_says_so(string path) =>
        Assert.Equal(HttpStatusCode.OK, (await site.Visitor().GetAsync(path)).Status);

    [Fact]
    public async Task It_says_so_again_after_a_restart()
    {
        await site.RestartAsync();

        Assert.Equal(HttpStatusCode.OK, (await site.Visitor().GetAsync("/health/ready")).Status);
    }
}
