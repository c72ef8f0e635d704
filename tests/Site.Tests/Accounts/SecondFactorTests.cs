using System.Net;

using Percurso.Accounts.Security;
using Percurso.Testing;
using Percurso.Testing.Http;

namespace Percurso.Tests.Accounts;

public sealed class SecondFactorTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Once_it_is_on_the_password_leads_to_the_code_and_the_code_in()
    {
        var person = await Newcomer.OpenAsync(site, "dois@exemplo.com.br");
        var (here, elsewhere) = (await site.SignedInAnewAsync(person), await site.SignedInAnewAsync(person));
        var (secret, _) = await TurnOnAsync(here);
        Assert.StartsWith("/entrar", (await elsewhere.GetAsync("/conta")).LeadsTo, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/conta")).Status);

        site.Clock.Pass(TimeSpan.FromMinutes(1));
        var visitor = site.Visitor();
        var password = await Newcomer.SignInAsync(visitor, person.Email, person.Password);
        Assert.StartsWith("/entrar/codigo", password.LeadsTo, StringComparison.Ordinal);
        Assert.StartsWith("/entrar", (await visitor.GetAsync("/conta")).LeadsTo, StringComparison.Ordinal);

        var code = await password.FollowAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await code.Form().Fill("Input.Code", "000000").SendAsync()).Status);
        Assert.Equal("/inicio", (await code.Form().Fill("Input.Code", CodeOf(secret)).SendAsync()).LeadsTo);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/conta")).Status);
    }

    [Fact]
    public async Task A_code_is_good_once_and_not_for_long()
    {
        var person = await Newcomer.OpenAsync(site, "umavez@exemplo.com.br");
        var (secret, _) = await TurnOnAsync(await site.SignedInAnewAsync(person));
        site.Clock.Pass(TimeSpan.FromMinutes(1));
        var code = CodeOf(secret);

        Assert.Equal("/inicio", (await WithCodeAsync(person, code)).LeadsTo);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await WithCodeAsync(person, code)).Status);
        site.Clock.Pass(TimeSpan.FromMinutes(1));
        var late = CodeOf(secret);
        site.Clock.Pass(TimeSpan.FromSeconds(61));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await WithCodeAsync(person, late)).Status);
    }

    [Fact]
    public async Task A_recovery_code_lets_in_once()
    {
        var person = await Newcomer.OpenAsync(site, "recupera@exemplo.com.br");
        var (_, codes) = await TurnOnAsync(await site.SignedInAnewAsync(person));
        Assert.Equal(10, codes.Count);

        Assert.Equal("/inicio", (await WithRecoveryAsync(person, codes[0])).LeadsTo);
        Assert.Contains("já foi usado", (await WithRecoveryAsync(person, codes[0])).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Turning_it_off_or_making_new_codes_asks_for_the_password()
    {
        var person = await Newcomer.OpenAsync(site, "desliga@exemplo.com.br");
        var here = await site.SignedInAnewAsync(person);
        var (_, old) = await TurnOnAsync(here);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await (await here.GetAsync("/conta/dois-fatores")).Form().Fill("Proof", "errada").SendAsync("Desligar")).Status);

        var fresh = await (await here.GetAsync("/conta/dois-fatores")).Form().Fill("Proof", person.Password).SendAsync("Fazer códigos novos");
        Assert.Empty(CodesOn(fresh).Intersect(old));
        Assert.Empty(CodesOn(await here.GetAsync("/conta/dois-fatores")));

        await (await here.GetAsync("/conta/dois-fatores")).Form().Fill("Proof", person.Password).SendAsync("Desligar");
        Assert.Equal("/inicio", (await Newcomer.SignInAsync(site.Visitor(), person.Email, person.Password)).LeadsTo);
    }

    [Fact]
    public async Task Ten_wrong_codes_shut_even_the_right_one_out_for_a_quarter_of_an_hour()
    {
        var person = await Newcomer.OpenAsync(site, "dezcodigos@exemplo.com.br");
        var (secret, _) = await TurnOnAsync(await site.SignedInAnewAsync(person));
        site.Clock.Pass(TimeSpan.FromMinutes(1));
        for (var i = 0; i < 10; i++) await WithCodeAsync(person, "000000");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await WithCodeAsync(person, CodeOf(secret))).Status);
        site.Clock.Pass(TimeSpan.FromMinutes(15));
        Assert.Equal("/inicio", (await WithCodeAsync(person, CodeOf(secret))).LeadsTo);
    }

    [Fact]
    public async Task A_stolen_backup_holds_neither_the_key_nor_the_recovery_codes()
    {
        var person = await Newcomer.OpenAsync(site, "selado@exemplo.com.br");
        var (secret, codes) = await TurnOnAsync(await site.SignedInAnewAsync(person));

        var kept = await site.Database.AskAsync<string>("select string_agg(t.value, ' ') from accounts.account_token t join accounts.account a on a.id = t.account_id where a.email = 'selado@exemplo.com.br'");

        Assert.DoesNotContain(secret, kept, StringComparison.OrdinalIgnoreCase);
        Assert.All(codes, code => Assert.DoesNotContain(code, kept, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task What_is_asked_again_may_be_answered_with_the_code()
    {
        var person = await Newcomer.OpenAsync(site, "codigoserve@exemplo.com.br");
        var here = await site.SignedInAnewAsync(person);
        var (secret, _) = await TurnOnAsync(here);
        site.Clock.Pass(TimeSpan.FromMinutes(1));

        var page = await here.GetAsync("/conta/email");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await page.Form().Fill("Input.Email", "outro@exemplo.com.br").Fill("Proof", "000000").SendAsync()).Status);
        Assert.Equal("/conta/email", (await page.Form().Fill("Input.Email", "outro@exemplo.com.br").Fill("Proof", CodeOf(secret)).SendAsync()).LeadsTo);
    }

    [Fact]
    public void Codes_are_those_of_RFC_6238()
    {
        var secret = "12345678901234567890"u8.ToArray();

        Assert.Equal("287082", AuthenticatorCodes.CodeAt(secret, 59 / 30));
        Assert.Equal("081804", AuthenticatorCodes.CodeAt(secret, 1111111109 / 30));
        Assert.Equal("353130", AuthenticatorCodes.CodeAt(secret, 20000000000 / 30));
        Assert.Equal(secret, AuthenticatorCodes.FromBase32("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"));
    }

    string CodeOf(string secret) => AuthenticatorCodes.CodeAt(AuthenticatorCodes.FromBase32(secret), site.Clock.GetUtcNow().ToUnixTimeSeconds() / 30);

    async Task<(string Secret, IReadOnlyList<string> Codes)> TurnOnAsync(Visitor here)
    {
        var page = await (await (await here.GetAsync("/conta/dois-fatores")).Form().SendAsync()).FollowAsync();
        Assert.NotNull(page.Document.QuerySelector("svg.qr path[d^=M]"));
        var secret = page.TextOf("main form code").Replace(" ", "", StringComparison.Ordinal);

        var on = await page.Form().Fill("Code", CodeOf(secret)).SendAsync();
        return (secret, CodesOn(on));
    }

    static IReadOnlyList<string> CodesOn(Page page) => [.. page.Document.QuerySelectorAll(".recovery-codes code").Select(code => code.TextContent)];

    async Task<Page> WithCodeAsync(Person person, string code) =>
        await (await (await Newcomer.SignInAsync(site.Visitor(), person.Email, person.Password)).FollowAsync()).Form().Fill("Input.Code", code).SendAsync();

    async Task<Page> WithRecoveryAsync(Person person, string code)
    {
        var visitor = site.Visitor();
        await Newcomer.SignInAsync(visitor, person.Email, person.Password);
        return await (await visitor.GetAsync("/entrar/recuperacao")).Form().Fill("Input.Code", code).SendAsync();
    }
}
