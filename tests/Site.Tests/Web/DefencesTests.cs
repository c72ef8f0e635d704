using System.Net;

using Percurso.Testing;

namespace Percurso.Tests.Web;

public sealed class DefencesTests(DefencesTests.LimitedSite site) : IClassFixture<DefencesTests.LimitedSite>
{
    public sealed class LimitedSite : Site
    {
        protected override IEnumerable<KeyValuePair<string, string>> Configuration => [new("Limits:contact", "3")];
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/entrar")]
    [InlineData("/nowhere")]
    [InlineData("/health/live")]
    public async Task Every_answer_tells_the_browser_to_trust_nothing_from_elsewhere(string path)
    {
        var headers = (await site.Visitor().GetAsync(path)).Headers;

        Assert.StartsWith("default-src 'self'; script-src 'self';", headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Equal("nosniff", headers["X-Content-Type-Options"]);
        Assert.StartsWith("camera=(), microphone=(), display-capture=(),", headers["Permissions-Policy"], StringComparison.Ordinal);
        Assert.DoesNotContain("Server", headers.Keys);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    public async Task What_another_site_makes_a_browser_send_is_refused(string header, string value)
    {
        var visitor = site.Visitor();
        var form = (await visitor.GetAsync("/entrar")).Form().Fill("Input.Email", Person.Planner.Email).Fill("Input.Password", Person.Planner.Password);
        visitor.Headers[header] = value;

        Assert.Equal(HttpStatusCode.BadRequest, (await form.SendAsync()).Status);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        var answer = await site.Visitor().PostAsync("/entrar", ("Input.Email", Person.Planner.Email), ("Input.Password", Person.Planner.Password));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    [Fact]
    public async Task Whoever_posts_too_often_is_told_to_wait_and_reading_stays_free()
    {
        var form = (await site.Visitor().GetAsync("/contato")).Form();
        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.UnprocessableEntity, (await form.SendAsync()).Status);

        var refused = await form.SendAsync();
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.True(int.Parse(refused.Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture) > 0);
        Assert.NotEmpty(refused.TextOf("h1"));
        Assert.Equal(HttpStatusCode.OK, (await site.Visitor().GetAsync("/contato")).Status);
    }

    [Fact]
    public async Task An_endpoint_that_says_nothing_about_who_may_call_it_is_refused_to_everybody()
    {
        Assert.StartsWith("/entrar", (await site.Visitor().GetAsync("/admin")).LeadsTo, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignedInAsync(Person.Planner)).GetAsync("/admin/cartas")).Status);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_words()
    {
        var known = await SignInAsync(Person.Marketing.Email, "errada, muito errada");
        var unknown = await SignInAsync("ninguem@exemplo.com.br", "errada, muito errada");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, known.Status);
        Assert.Equal(known.TextOf(".error-summary"), unknown.TextOf(".error-summary"));
        Assert.Contains("não combinam", known.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    public async Task Signing_in_never_leads_to_another_site(string elsewhere)
    {
        var form = (await site.Visitor().GetAsync($"/entrar?voltar={Uri.EscapeDataString(elsewhere)}")).Form();
        var answer = await form.Fill("Input.Email", Person.Planner.Email).Fill("Input.Password", Person.Planner.Password).SendAsync();

        Assert.Equal("/admin", answer.LeadsTo);
    }

    async Task<Testing.Http.Page> SignInAsync(string email, string password) =>
        await (await site.Visitor().GetAsync("/entrar")).Form().Fill("Input.Email", email).Fill("Input.Password", password).SendAsync();
}
