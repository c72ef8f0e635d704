using System.Text;

using Microsoft.Playwright;

using Percurso.Testing;
using Percurso.Tests.Browser.Browsers;
using Percurso.Tests.Browser.Pages;

namespace Percurso.Tests.Browser.Journeys;

/// <summary>A dentist's first case from the empty form to the company's board, and three further ones, each paid in another way.</summary>
public sealed class PayingForACaseTests(ListeningShop site) : IClassFixture<ListeningShop>
{
    static readonly string[] awaitedLetters = ["Recebemos o pagamento", "O pagamento venceu", "Você tem um crédito"];

    [Fact]
    public async Task Cases_are_paid_by_card_by_Pix_after_a_boleto_by_a_sponsor_and_from_the_credit_of_a_cancelled_one()
    {
        await using var administrator = await Tab.OpenAsync(site);
        await CreditWhenCancelledAtTheFilesAsync(administrator);
        await using var dentist = await Tab.OpenAsync(site);
        await (await SignInPage.OpenAsync(dentist, "/inicio")).EnterAsync(Person.Dentist);

        var byCard = await OpenForANewPatientAsync(dentist);
        await PayByCardAsync(dentist, byCard);
        await TheCompanyHoldsAndReleasesAsync(byCard);

        var byPix = await CopyAsync(dentist, byCard);
        await PayByPixAfterABoletoAsync(dentist, byPix);
        await PayWithTheSponsorsCouponAsync(dentist, await CopyAsync(dentist, byCard));

        await CancelAsync(dentist, byPix);
        await PayFromTheCreditAsync(dentist, await CopyAsync(dentist, byCard));
        await administrator.Page.GotoAsync("/admin/cobrancas");
        await administrator.Page.GetByText("Recebido hoje").WaitForAsync();
        await administrator.ShowAsync("finance");
        await LettersAreThereAsync();
    }

    static async Task<string> OpenForANewPatientAsync(Tab dentist)
    {
        var page = dentist.Page;
        await FollowAsync(dentist, "Adicionar novo paciente");
        await page.GetByLabel("Nome do paciente").FillAsync("Iracema Duarte");
        foreach (var tooth in new[] { "36", "46", "47" }) await page.Locator($".tooth:has([value='{tooth}'])").ClickAsync();
        await PressAsync(dentist, "Abrir o caso");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Iracema Duarte" }).WaitForAsync();
        var path = new Uri(page.Url).AbsolutePath;

        await page.Locator(".turn-do a").First.ClickAsync();
        await page.GetByText("Você ainda não abriu").First.WaitForAsync();
        foreach (var sheet in await page.Locator(".sheet a").EvaluateAllAsync<string[]>("all => all.map(one => one.href)"))
            Assert.Equal("application/pdf", (await page.APIRequest.GetAsync(sheet)).Headers["content-type"]);
        await page.ReloadAsync();
        await dentist.ShowAsync("guidance");
        await PressAsync(dentist, "Li as orientações e sigo adiante");
        await page.GetByText("As orientações estão confirmadas.").WaitForAsync();
        return path;
    }

    static async Task PayByCardAsync(Tab dentist, string path)
    {
        var checkout = await new CheckoutPage(dentist, path).OpenAsync();
        await checkout.ConfirmOrderAsync();
        await dentist.ShowAsync("checkout");
        await checkout.GoToTheTillAsync();
        await checkout.PayByAsync("Pagar com o cartão");
        await checkout.BecomesPaidAsync();
        await dentist.ShowAsync("checkout-paid");

        await dentist.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Nota nº") }).ClickAsync();
        await dentist.Page.GetByText("SEM VALOR FISCAL").First.WaitForAsync();
        var pdf = await dentist.Page.GetByRole(AriaRole.Link, new() { Name = "Baixar o PDF" }).GetAttributeAsync("href");
        Assert.StartsWith("%PDF-", Encoding.ASCII.GetString(await (await dentist.Page.APIRequest.GetAsync(pdf!)).BodyAsync()), StringComparison.Ordinal);
        await dentist.ShowAsync("invoice");
    }

    async Task TheCompanyHoldsAndReleasesAsync(string path)
    {
        await using var planner = await Tab.OpenAsync(site);
        await (await SignInPage.OpenAsync(planner, "/admin/casos")).EnterAsync(Person.Planner);
        var row = planner.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Iracema Duarte" });
        Assert.Contains("Envio dos arquivos", await row.InnerTextAsync(), StringComparison.Ordinal);

        await row.GetByRole(AriaRole.Link).ClickAsync();
        await FollowAsync(planner, "Pôr em espera ou fazer voltar");
        await planner.Page.GetByLabel("Pôr em espera: o que o dentista precisa fazer").FillAsync("Diga se o paciente já usou o provisório.");
        await PressAsync(planner, "Pôr em espera");
        await planner.Page.GetByText("O caso está em espera.").First.WaitForAsync();
        await planner.Page.GotoAsync($"{path}/espera");
        await PressAsync(planner, "Fazer o caso voltar a andar");
        await planner.Page.GetByText("O caso voltou a andar.").First.WaitForAsync();
    }

    /// <summary>The same again for the same patient; the guidance was read, so the payment is open.</summary>
    static async Task<string> CopyAsync(Tab dentist, string path)
    {
        await dentist.Page.GotoAsync(path);
        await FollowAsync(dentist, "Copiar para um novo caso");
        await PressAsync(dentist, "Abrir o caso");
        await dentist.Page.GetByText("está aberto.").WaitForAsync();
        return new Uri(dentist.Page.Url).AbsolutePath;
    }

    static async Task PayByPixAfterABoletoAsync(Tab dentist, string path)
    {
        var checkout = await new CheckoutPage(dentist, path).OpenAsync();
        await checkout.ConfirmOrderAsync();
        await checkout.GoToTheTillAsync();
        await checkout.PressAsync("Fazer um boleto");
        await checkout.PressAsync("O boleto vence sem pagamento");
        await FollowAsync(dentist, "Voltar à loja");
        await Eventually.IsSoAsync("the boleto to lapse", async () =>
        {
            await checkout.OpenAsync();
            return await dentist.Page.GetByText("O pagamento anterior não foi feito a tempo").CountAsync() > 0;
        });

        await checkout.GoToTheTillAsync();
        await checkout.PressAsync("Fazer um Pix");
        await checkout.PayByAsync("O banco confirma o pagamento");
        await checkout.BecomesPaidAsync();
    }

    static async Task PayWithTheSponsorsCouponAsync(Tab dentist, string path)
    {
        var checkout = await new CheckoutPage(dentist, path).OpenAsync();
        await checkout.ConfirmOrderAsync();
        await dentist.Page.GetByLabel("Cupom").FillAsync("serra-azul-100");
        await dentist.Page.Keyboard.PressAsync("Enter");
        await dentist.Page.GetByText("pago pelo patrocinador").WaitForAsync();
        Assert.Equal("R$ 18,90", (await dentist.Page.Locator(".checkout .order tfoot td").InnerTextAsync()).Replace('\u00a0', ' '));
        await checkout.GoToTheTillAsync();
        await checkout.PayByAsync("Pagar com o cartão");
        await checkout.BecomesPaidAsync();
    }

    async Task CancelAsync(Tab dentist, string path)
    {
        await dentist.Page.GotoAsync(path);
        await FollowAsync(dentist, "Cancelar o caso");
        await dentist.Page.GetByText("vira crédito para o próximo caso").WaitForAsync();
        await dentist.Page.GetByLabel("Motivo").FillAsync("O paciente mudou de cidade.");
        await PressAsync(dentist, "Cancelar o caso");
        await Eventually.IsSoAsync("the credit", async () => await site.Database.AskAsync<long>("select coalesce(sum(balance), 0)::bigint from payments.credit_account") > 100_000);
    }

    static async Task PayFromTheCreditAsync(Tab dentist, string path)
    {
        var checkout = await new CheckoutPage(dentist, path).OpenAsync();
        await checkout.ConfirmOrderAsync();
        await dentist.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Usar o crédito do consultório") }).ClickAsync();
        await checkout.PressAsync("Confirmar o pedido");
        await checkout.BecomesPaidAsync();
    }

    async Task LettersAreThereAsync() => await Eventually.IsSoAsync("the letters", async () =>
    {
        var letters = await site.LettersInFolderAsync(Person.Dentist.Email);
        Assert.DoesNotContain(letters, letter => letter.Subject.Contains("Iracema", StringComparison.Ordinal));
        return awaitedLetters.All(words => letters.Any(letter => letter.Subject.StartsWith(words, StringComparison.Ordinal)));
    });

    /// <summary>The company's table of what becomes of the money: from now on credit, where the demonstration's pathway gives it back.</summary>
    static async Task CreditWhenCancelledAtTheFilesAsync(Tab administrator)
    {
        await (await SignInPage.OpenAsync(administrator, "/admin/percurso/passo?chave=files")).EnterAsync(Person.Administrator);
        await administrator.Page.GetByRole(AriaRole.Radio, new() { Name = "vira crédito" }).CheckAsync();
        await administrator.Page.Locator("main form[method=post] .btn-primary").ClickAsync();
        await administrator.Page.GetByText("O passo mudou").WaitForAsync();
    }

    static Task FollowAsync(Tab tab, string link) => tab.Hand.PressAsync(tab.Page.GetByRole(AriaRole.Link, new() { Name = link }).First);

    static Task PressAsync(Tab tab, string button) => tab.Hand.PressAsync(tab.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }));
}
