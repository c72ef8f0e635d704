using System.Net;

using Percurso.Testing;
using Percurso.Testing.Http;

namespace Percurso.Tests.Accounts;

public sealed class ErasingTests(Site site) : IClassFixture<Site>
{
    const string Email = "esquecida@exemplo.com.br";

    [Fact]
    public async Task What_was_asked_to_be_deleted_is_deleted_everywhere_and_told_in_a_last_letter()
    {
        var (visitor, id) = await AskedAsync(Email);
        await (await visitor.GetAsync("/consultorios/novo")).Form().Fill("Input.Name", "Sala Um").SendAsync();

        var administrator = await site.SignedInAsync(Person.Administrator);
        var page = await administrator.GetAsync($"/admin/pessoas/{id}/excluir");
        Assert.Contains("vinte anos", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await page.Form().Fill("Proof", "errada").SendAsync()).Status);
        Assert.Equal("/admin", (await page.Form().Fill("Proof", Person.Administrator.Password).SendAsync()).LeadsTo);

        Assert.StartsWith("/entrar", (await visitor.GetAsync("/inicio")).LeadsTo, StringComparison.Ordinal);
        await Eventually.IsAsync("the last letter", () => site.Mail.Letters.FirstOrDefault(letter => letter.To.Contains(Email) && letter.Subject == "Seus dados foram excluídos"));
        await Eventually.IsSoAsync("the clinic to forget", async () => await site.Database.AskAsync<long>($"select count(*) from clinics.member where account_id = '{id}'") == 0);
        Assert.Equal(0, await site.Database.AskAsync<long>($"select count(*) from accounts.account where email = '{Email}' or normalized_email = upper('{Email}') or phone_number is not null and id = '{id}'"));
        Assert.Equal(1, await site.Database.AskAsync<long>($"select count(*) from kernel.letter where to_address = '{Email}'"));
        Assert.Equal(2, await site.Database.AskAsync<long>($"select count(*) from accounts.consent where account_id = '{id}'"));
        Assert.Contains("foram excluídos a pedido dela", (await administrator.GetAsync($"/admin/pessoas/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_erased_who_did_not_ask()
    {
        var person = await Newcomer.OpenAsync(site, "fica@exemplo.com.br");
        var id = await site.Database.AskAsync<string>($"select id::text from accounts.account where email = '{person.Email}'");
        var administrator = await site.SignedInAsync(Person.Administrator);
        var page = await administrator.GetAsync($"/admin/pessoas/{id}/excluir");
        Assert.Empty(page.Document.QuerySelectorAll("main form"));

        var answer = await administrator.PostAsync($"/admin/pessoas/{id}/excluir", ("Proof", Person.Administrator.Password), ("__RequestVerificationToken", Token(await administrator.GetAsync("/admin/configuracoes"))));

        Assert.Contains("não pediu a exclusão", answer.Text, StringComparison.Ordinal);
        Assert.Equal("/inicio", (await Newcomer.SignInAsync(site.Visitor(), person.Email, person.Password)).LeadsTo);
    }

    async Task<(Visitor Visitor, string Id)> AskedAsync(string email)
    {
        var visitor = await site.SignedInAnewAsync(await Newcomer.OpenAsync(site, email));
        await (await visitor.GetAsync("/conta/dados")).Form("form[action*=AskDeletion]").SendAsync();
        await Eventually.IsAsync("the answer", () => site.Mail.Letters.FirstOrDefault(letter => letter.To.Contains(email) && letter.Subject == "Recebemos seu pedido de exclusão"));
        return (visitor, await site.Database.AskAsync<string>($"select id::text from accounts.account where email = '{email}'"));
    }

    static string Token(Page page) => page.Forms.Select(form => form.ValueOf("__RequestVerificationToken")).First(token => token is not null)!;
}
