using System.Net;

using Percurso.Testing;
using Percurso.Testing.Http;

namespace Percurso.Tests.Staff;

public sealed class RolesTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_permission_taken_from_a_role_is_gone_at_the_next_click()
    {
        var marketing = await site.SignedInAsync(Person.Marketing);
        Assert.Equal(HttpStatusCode.OK, (await marketing.GetAsync("/admin/mensagens")).Status);

        await SetAsync("marketing", "content.read-messages", given: false);
        Assert.Equal(HttpStatusCode.Forbidden, (await marketing.GetAsync("/admin/mensagens")).Status);
        Assert.Equal(HttpStatusCode.OK, (await marketing.GetAsync("/admin")).Status);

        await SetAsync("marketing", "content.read-messages", given: true);
        Assert.Equal(HttpStatusCode.OK, (await marketing.GetAsync("/admin/mensagens")).Status);
    }

    [Fact]
    public async Task A_role_given_and_taken_holds_at_the_next_click()
    {
        var planner = await site.SignedInAsync(Person.Planner);
        var administrator = await site.SignedInAsync(Person.Administrator);
        var card = await PersonAsync(administrator, Person.Planner);

        await card.Form("form[action*=Roles]").Fill("Input.Roles", "marketing").SendAsync();
        Assert.Equal(HttpStatusCode.OK, (await planner.GetAsync("/admin/mensagens")).Status);

        await card.Form("form[action*=Roles]").Fill("Input.Roles", "planner").SendAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await planner.GetAsync("/admin/mensagens")).Status);
    }

    [Fact]
    public async Task The_site_never_loses_its_last_administrator()
    {
        var administrator = await site.SignedInAsync(Person.Administrator);
        var card = await PersonAsync(administrator, Person.Administrator);

        var again = await card.Form("form[action*=Roles]").Fill("Input.Roles", "finance").SendAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("última pessoa que administra", again.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await administrator.GetAsync("/admin/cartas")).Status);
    }

    [Fact]
    public async Task A_new_role_allows_nothing_until_permissions_are_ticked()
    {
        var administrator = await site.SignedInAsync(Person.Administrator);
        var created = await (await administrator.GetAsync("/admin/papeis")).Form().Fill("Input.Name", "Recepção").SendAsync();

        var page = await created.FollowAsync();
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(page.Document.QuerySelectorAll("input[type=checkbox][checked]"));
        Assert.Contains("Já existe um papel", (await (await administrator.GetAsync("/admin/papeis")).Form().Fill("Input.Name", "recepção").SendAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_are_found_without_accents_and_by_role()
    {
        var administrator = await site.SignedInAsync(Person.Administrator);

        Assert.Contains("Helena Tavares", (await administrator.GetAsync("/admin/pessoas?q=HELÉNA")).TextOf("main"), StringComparison.Ordinal);
        Assert.Contains("1 pessoa", (await administrator.GetAsync("/admin/pessoas?papel=planner")).TextOf("main"), StringComparison.Ordinal);
    }

    static async Task<Page> PersonAsync(Visitor administrator, Person person)
    {
        var list = await administrator.GetAsync($"/admin/pessoas?q={Uri.EscapeDataString(person.Email)}");
        return await administrator.GetAsync(list.Document.QuerySelector("main tbody th a")!.GetAttribute("href")!);
    }

    async Task SetAsync(string role, string permission, bool given)
    {
        var page = await (await site.SignedInAsync(Person.Administrator)).GetAsync($"/admin/papeis/{role}");
        var ticked = page.Document.QuerySelectorAll("input[name=Permissions][checked]").Select(box => box.GetAttribute("value")!).Except([permission]);
        var token = page.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var administrator = await site.SignedInAsync(Person.Administrator);
        var answer = await administrator.PostAsync(page.Path, [("__RequestVerificationToken", token), .. ticked.Concat(given ? [permission] : []).Select(name => ("Permissions", name))]);
        Assert.Equal($"/admin/papeis/{role}", answer.LeadsTo);
    }
}
