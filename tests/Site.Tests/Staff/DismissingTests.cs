using System.Net;

using Percurso.Testing;
using Percurso.Testing.Http;

namespace Percurso.Tests.Staff;

public sealed class DismissingTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Somebody_dismissed_is_out_at_the_next_click_and_may_be_let_back_in()
    {
        var marketing = await site.SignedInAsync(Person.Marketing);
        Assert.Equal(HttpStatusCode.OK, (await marketing.GetAsync("/admin/mensagens")).Status);

        await PressAsync(Person.Marketing, "Dismiss");
        Assert.StartsWith("/entrar", (await marketing.GetAsync("/admin/mensagens")).LeadsTo, StringComparison.Ordinal);
        Assert.Null((await SignInAsync(Person.Marketing)).LeadsTo);

        await PressAsync(Person.Marketing, "LetBackIn");
        Assert.NotNull((await SignInAsync(Person.Marketing)).LeadsTo);
        Assert.StartsWith("/entrar", (await marketing.GetAsync("/admin/mensagens")).LeadsTo, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_administrator_is_not_dismissed()
    {
        var again = await PressAsync(Person.Administrator, "Dismiss");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("última pessoa que administra", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_dismissed_whom_is_written_down()
    {
        await PressAsync(Person.Planner, "Dismiss");

        var log = await (await site.SignedInAsync(Person.Administrator)).GetAsync("/admin/auditoria?ato=accounts.dismissed");
        Assert.Contains("Desligou alguém", log.TextOf("tbody"), StringComparison.Ordinal);
        Assert.Contains(Person.Administrator.Name, log.TextOf("tbody"), StringComparison.Ordinal);
    }

    async Task<Page> PressAsync(Person person, string move)
    {
        var administrator = await site.SignedInAsync(Person.Administrator);
        var list = await administrator.GetAsync($"/admin/pessoas?q={Uri.EscapeDataString(person.Email)}");
        var card = await administrator.GetAsync(list.Document.QuerySelector("main tbody th a")!.GetAttribute("href")!);
        return await card.Form($"form[action*={move}]").SendAsync();
    }

    async Task<Page> SignInAsync(Person person) =>
        await (await site.Visitor().GetAsync("/entrar")).Form("form:has([name='Input.Password'])").Fill("Input.Email", person.Email).Fill("Input.Password", person.Password).SendAsync();
}
