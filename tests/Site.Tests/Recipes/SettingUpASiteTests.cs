using System.Net;

using Percurso.Testing;
using Percurso.Testing.Http;

namespace Percurso.Tests.Recipes;

public sealed class SettingUpASiteTests
{
    public sealed class FreshSite : Site
    {
        protected override bool IsSetUp => false;

        public async Task<string> CodeAsync() => await Database.AskAsync<string>("select value ->> 'code' from kernel.setting where key = 'kernel.set-up-code'");
    }

    [Fact]
    public async Task Every_page_of_a_new_site_leads_to_its_set_up()
    {
        await using var site = await NewAsync();

        foreach (var path in (string[])["/", "/contato", "/entrar", "/admin"])
            Assert.Equal("/configurar", (await site.Visitor().GetAsync(path)).LeadsTo);
        Assert.Equal(HttpStatusCode.OK, (await site.Visitor().GetAsync("/health/ready")).Status);
    }

    [Theory]
    [InlineData("/configurar")]
    [InlineData("/configurar?codigo=errado")]
    public async Task Whoever_has_not_read_the_hosts_output_cannot_set_it_up(string path)
    {
        await using var site = await NewAsync();

        var page = await site.Visitor().GetAsync(path);
        Assert.Null(page.Document.QuerySelector("input[name='Input.Password']"));

        var posted = await site.Visitor().GetAsync("/configurar?codigo=" + await site.CodeAsync());
        var form = Filled(posted.Form()).Fill("codigo", "errado");
        await form.SendAsync();
        Assert.Equal("/configurar", (await site.Visitor().GetAsync("/")).LeadsTo);
    }

    [Fact]
    public async Task With_the_code_a_site_is_set_up_once_and_its_administrator_signs_in()
    {
        await using var site = await NewAsync();
        var visitor = site.Visitor();
        var form = Filled((await visitor.GetAsync("/configurar?codigo=" + await site.CodeAsync())).Form());

        var late = Filled((await site.Visitor().GetAsync("/configurar?codigo=" + await site.CodeAsync())).Form());

        var done = await form.SendAsync();
        Assert.Equal("/entrar?voltar=/admin", done.LeadsTo);

        var inside = await (await done.FollowAsync()).Form().Fill("Input.Email", "dona@exemplo.com.br").Fill("Input.Password", "uma frase longa").SendAsync();
        Assert.Contains("Painel", (await inside.FollowAsync()).Text, StringComparison.Ordinal);
        Assert.Contains("Guia Certa", (await site.Visitor().GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Equal("/", (await site.Visitor().GetAsync("/configurar")).LeadsTo);
        Assert.Equal("/", (await late.SendAsync()).LeadsTo);
    }

    [Fact]
    public async Task A_refused_set_up_says_why_keeps_what_was_typed_and_leaves_nothing()
    {
        await using var site = await NewAsync();
        var form = Filled((await site.Visitor().GetAsync("/configurar?codigo=" + await site.CodeAsync())).Form()).Fill("Input.Password", "curta");

        var again = await form.SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("A senha precisa ter de 10 a 200 caracteres", again.Text, StringComparison.Ordinal);
        Assert.Equal("Guia Certa", again.Form().ValueOf("Input.SiteName"));
        Assert.Equal(0L, await site.Database.AskAsync<long>("select count(*) from accounts.account"));
    }

    [Fact]
    public async Task Ten_who_set_it_up_at_the_same_moment_make_one_site()
    {
        await using var site = await NewAsync();
        var code = await site.CodeAsync();

        await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ =>
            await Filled((await site.Visitor().GetAsync("/configurar?codigo=" + code)).Form()).SendAsync()));

        Assert.Equal(1L, await site.Database.AskAsync<long>("select count(*) from accounts.account"));
    }

    static Form Filled(Form form) => form
        .Fill("Input.Recipe", "surgical-guides").Fill("Input.SiteName", "Guia Certa").Fill("Input.Name", "Dona")
        .Fill("Input.Email", "dona@exemplo.com.br").Fill("Input.Password", "uma frase longa");

    static async Task<FreshSite> NewAsync()
    {
        var site = new FreshSite();
        await site.InitializeAsync();
        return site;
    }
}
