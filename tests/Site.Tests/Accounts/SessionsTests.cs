using System.Net;

using Percurso.Testing;
using Percurso.Testing.Http;

namespace Percurso.Tests.Accounts;

public sealed class SessionsTests(Site site) : IClassFixture<Site>
{
    const string Firefox = "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0";

    [Fact]
    public async Task A_session_ended_elsewhere_is_refused_at_the_next_request()
    {
        var person = await Newcomer.OpenAsync(site, "sessao@exemplo.com.br");
        var here = await site.SignedInAnewAsync(person);
        var phone = await OnFirefoxAsync(person);

        var page = await here.GetAsync("/conta/sessoes");
        Assert.Contains("Firefox · Android", page.Text, StringComparison.Ordinal);
        await page.Form("form[action*='handler=End']:has([name=session])").SendAsync();

        Assert.StartsWith("/entrar", (await phone.GetAsync("/conta")).LeadsTo, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/conta")).Status);
    }

    [Fact]
    public async Task All_others_end_together_and_this_one_goes_on()
    {
        var person = await Newcomer.OpenAsync(site, "todas@exemplo.com.br");
        var here = await site.SignedInAnewAsync(person);
        Visitor[] others = [await site.SignedInAnewAsync(person), await site.SignedInAnewAsync(person)];

        await (await here.GetAsync("/conta/sessoes")).Form("form[action*=EndOthers]").SendAsync();

        foreach (var other in others) Assert.StartsWith("/entrar", (await other.GetAsync("/conta")).LeadsTo, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/conta")).Status);
    }

    [Fact]
    public async Task A_stranger_cannot_end_anothers_session()
    {
        var victim = await site.SignedInAnewAsync(await Newcomer.OpenAsync(site, "vitima@exemplo.com.br"));
        var session = await site.Database.AskAsync<Guid>("select s.id from accounts.session s join accounts.account a on a.id = s.account_id where a.email = 'vitima@exemplo.com.br'");
        var stranger = await site.SignedInAsync(Person.Dentist);
        var token = (await stranger.GetAsync("/sair")).Form().ValueOf("__RequestVerificationToken")!;

        var answer = await stranger.PostAsync("/conta/sessoes?handler=End", ("session", session.ToString()), ("__RequestVerificationToken", token));

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal(HttpStatusCode.OK, (await victim.GetAsync("/conta")).Status);
    }

    [Fact]
    public async Task A_session_made_on_one_node_serves_the_other_and_ended_on_one_is_ended_on_both()
    {
        var person = await Newcomer.OpenAsync(site, "doisnos@exemplo.com.br");
        var (here, there) = await site.SignedInOnTwoNodesAsync(person);
        Assert.Equal(HttpStatusCode.OK, (await there.GetAsync("/conta")).Status);

        var elsewhere = await site.SignedInAnewAsync(person);
        await (await elsewhere.GetAsync("/conta/sessoes")).Form("form[action*=EndOthers]").SendAsync();

        Assert.StartsWith("/entrar", (await there.GetAsync("/conta")).LeadsTo, StringComparison.Ordinal);
        Assert.StartsWith("/entrar", (await here.GetAsync("/conta")).LeadsTo, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_expired_is_forgotten_by_the_job()
    {
        var person = await Newcomer.OpenAsync(site, "velha@exemplo.com.br");
        await site.SignedInAnewAsync(person);
        site.Clock.Pass(TimeSpan.FromDays(15));

        var administrator = await site.SignedInAnewAsync(Person.Administrator);
        var page = await administrator.GetAsync("/admin/tarefas");
        await page.Form("form:has([value=ForgetWhatExpired])").SendAsync();

        await Eventually.IsSoAsync("the end of the session", async () => await site.Database.AskAsync<long>(
            "select count(*) from accounts.session s join accounts.account a on a.id = s.account_id where a.email = 'velha@exemplo.com.br'") == 0);
        await Eventually.IsSoAsync("the end of the sign-up", async () => await site.Database.AskAsync<long>(
            "select count(*) from accounts.sign_up where email = 'velha@exemplo.com.br'") == 0);
    }

    [Fact]
    public async Task Signing_out_leaves_a_cookie_that_opens_nothing()
    {
        var person = await Newcomer.OpenAsync(site, "saida@exemplo.com.br");
        var visitor = await site.SignedInAnewAsync(person);
        await (await visitor.GetAsync("/sair")).Form().SendAsync();

        Assert.Equal(0, await site.Database.AskAsync<long>("select count(*) from accounts.session s join accounts.account a on a.id = s.account_id where a.email = 'saida@exemplo.com.br'"));
    }

    [Fact]
    public async Task Whoever_is_blocked_is_out_at_the_next_request_and_stays_out()
    {
        var person = await Newcomer.OpenAsync(site, "demitida@exemplo.com.br");
        var visitor = await site.SignedInAnewAsync(person);
        await site.Database.DoAsync("update accounts.account set blocked_at = now() where email = 'demitida@exemplo.com.br'");

        Assert.StartsWith("/entrar", (await visitor.GetAsync("/conta")).LeadsTo, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Newcomer.SignInAsync(site.Visitor(), person.Email, person.Password)).Status);
    }

    [Fact]
    public async Task A_session_nobody_uses_ends_after_two_weeks_and_one_in_use_goes_on()
    {
        var person = await Newcomer.OpenAsync(site, "quinzena@exemplo.com.br");
        var (idle, used) = (await site.SignedInAnewAsync(person), await site.SignedInAnewAsync(person));
        site.Clock.Pass(TimeSpan.FromDays(8));
        await used.GetAsync("/conta");
        site.Clock.Pass(TimeSpan.FromDays(7));

        Assert.StartsWith("/entrar", (await idle.GetAsync("/conta")).LeadsTo, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await used.GetAsync("/conta")).Status);
    }

    async Task<Visitor> OnFirefoxAsync(Person person)
    {
        var visitor = site.Visitor();
        visitor.Headers["User-Agent"] = Firefox;
        await Newcomer.SignInAsync(visitor, person.Email, person.Password);
        return visitor;
    }
}
