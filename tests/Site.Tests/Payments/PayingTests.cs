using Percurso.Accounts.Contracts;
using Percurso.Kernel;
using Percurso.Payments.Charging;
using Percurso.Payments.Contracts;
using Percurso.Testing;
using Percurso.Testing.Http;

namespace Percurso.Tests.Payments;

/// <summary>Paying at the gateway, and what the gateway does with it.</summary>
public sealed class PayingTests(ShopSite site) : IClassFixture<ShopSite>
{
    [Fact]
    public async Task A_card_that_the_bank_takes_pays_once_and_brings_one_letter()
    {
        var charge = await site.OpenChargeAsync(Person.Dentist, title: "Caso do cartão");
        var payer = await site.SignedInAsync(Person.Dentist);

        var till = await payer.GoToTheTillAsync(charge);
        await site.Till.PressAsync(till, "cartao", ("numero", "4242424242424242"), ("parcelas", "3"), ("aviso", "Twice"));

        await site.ChargeIsAsync(charge, ChargeState.Paid);
        await site.RowsAsync();
        Assert.Equal(PaymentMethod.Card, (await site.ChargeAsync(charge)).Method);
        Assert.Equal(1, await site.FactsAsync("payments.charge-paid", charge));
        Assert.Single(site.Mail.Letters, letter => letter.Subject.Contains("Caso do cartão", StringComparison.Ordinal));
        Assert.Contains("Pago", (await payer.GetAsync($"/pagamentos/{charge}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Coming_back_from_the_gateway_pays_nothing()
    {
        var charge = await site.OpenChargeAsync(Person.Dentist);
        var payer = await site.SignedInAsync(Person.Dentist);
        await payer.GoToTheTillAsync(charge);

        var page = await payer.GetAsync($"/pagamentos/{charge}?voltou=sim");

        Assert.Equal(ChargeState.Waiting, (await site.ChargeAsync(charge)).State);
        Assert.Contains("Esperamos a confirmação", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finance_adds_an_item_and_a_freight_that_count_at_once()
    {
        var administrator = await site.SignedInAsync(Person.Administrator);
        async Task<Page> AddAsync(string page, params (string Name, string Text)[] fields)
        {
            var form = (await administrator.GetAsync(page)).Form();
            foreach (var (name, text) in fields) form.Fill(name, text);
            return await form.SendAsync();
        }

        var (item, freight) = (new[] { ("Input.Key", "model.printed"), ("Input.Title", "Modelo impresso"), ("Input.TitleEn", "Printed model"), ("Input.Amount", "150,00") },
            new[] { ("Input.Service", "pac"), ("Input.MaxGrams", "7777"), ("Input.Amount", "88,80"), ("Input.BusinessDays", "9") });
        await AddAsync("/admin/precos/novo", item);
        var region = (await administrator.GetAsync("/admin/frete/novo")).Form().Fields.Single(field => field.Name == "Input.Region").Options[^1];
        await AddAsync("/admin/frete/novo", [.. freight, ("Input.Region", region)]);

        Assert.Equal(15_000, (await site.InsideAsync<IPriceList, Quote>(prices => prices.QuoteAsync([new("model.printed", 1)], DateOnly.FromDateTime(site.Clock.GetUtcNow().UtcDateTime), CancellationToken.None))).Sum.Cents);
        Assert.Contains("7777 g", (await administrator.GetAsync("/admin/frete")).Text, StringComparison.Ordinal);
        Assert.Contains("já tem um item com este código", (await AddAsync("/admin/precos/novo", item)).Text, StringComparison.Ordinal);
        Assert.Contains("já tem um preço até este peso", (await AddAsync("/admin/frete/novo", [.. freight, ("Input.Region", region)])).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_declined_card_leaves_the_charge_to_be_paid()
    {
        var charge = await site.OpenChargeAsync(Person.Dentist);
        var till = await (await site.SignedInAsync(Person.Dentist)).GoToTheTillAsync(charge);

        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, await site.Till.PressAsync(till, "cartao", ("numero", "4000000000000002")));

        Assert.Equal(ChargeState.Waiting, (await site.ChargeAsync(charge)).State);
    }

    [Fact]
    public async Task Two_tabs_at_once_lead_to_one_checkout_and_charge_once()
    {
        var charge = await site.OpenChargeAsync(Person.Dentist);
        var payer = await site.SignedInAsync(Person.Dentist);
        var (one, other) = (await payer.GetAsync($"/pagamentos/{charge}"), await payer.GetAsync($"/pagamentos/{charge}"));

        var answers = await Task.WhenAll(one.Form("form[action$='handler=Pay']").SendAsync(), other.Form("form[action$='handler=Pay']").SendAsync());
        var tills = answers.Select(answer => answer.Headers["Location"]).ToList();
        Assert.Equal(tills[0], tills[1]);

        await Task.WhenAll(tills.Select(till => site.Till.PressAsync(till, "cartao", ("numero", "4242424242424242"))));
        await site.ChargeIsAsync(charge, ChargeState.Paid);
        Assert.Equal(1, await site.FactsAsync("payments.charge-paid", charge));
        Assert.Equal(1, await site.Database.AskAsync<long>($"select count(*) from payments.attempt where charge_id = '{charge}'"));
    }

    [Fact]
    public async Task Before_a_first_payment_the_record_is_completed_and_nothing_chosen_is_lost()
    {
        await site.Database.DoAsync($"update accounts.account set phone_number = null, tax_id = null, cro = null where email = '{Person.Dentist.Email}'");
        var payer = await site.SignedInAsync(Person.Dentist);
        var charge = await site.OpenChargeAsync(Person.Dentist);
        var page = await (await (await payer.GetAsync($"/pagamentos/{charge}")).Form("form[action*='handler=Coupon']").Fill("codigo", "BEMVINDO10").SendAsync()).FollowAsync();

        Assert.Contains("precisa de: telefone, CPF ou CNPJ, número do CRO", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("form[action*='handler=Pay']"));
        var account = await site.InsideAsync<IFindPeople, Guid>(async people => (await people.ByEmailAsync(Person.Dentist.Email, CancellationToken.None))!.Id);
        await Assert.ThrowsAsync<RuleBrokenException>(() => site.InsideAsync<BeginPayment, string>(begin => begin.GoAsync(charge, account, CancellationToken.None)));
        Assert.Contains("o cadastro de Lúcia Moraes ainda precisa de: telefone", (await (await site.SignedInAsync(Person.Assistant)).GetAsync($"/pagamentos/{charge}")).Text, StringComparison.Ordinal);

        var record = await payer.GetAsync(page.Document.QuerySelector("a[href^='/conta?']")!.GetAttribute("href")!);
        page = await (await record.Form().Fill("Input.Phone", "(11) 98765-4321").Fill("Input.TaxId", "52998224725").Fill("Input.CroNumber", "12.345").Fill("Input.CroUf", "SP").SendAsync()).FollowAsync();

        Assert.Equal($"/pagamentos/{charge}", page.Path);
        Assert.DoesNotContain("precisa de:", page.Text, StringComparison.Ordinal);
        Assert.Contains("BEMVINDO10", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_boleto_that_lapses_can_be_followed_by_a_Pix()
    {
        var charge = await site.OpenChargeAsync(Person.Dentist, title: "Caso do boleto");
        var payer = await site.SignedInAsync(Person.Dentist);
        var till = await payer.GoToTheTillAsync(charge);
        await site.Till.PressAsync(till, "boleto");
        await Eventually.IsSoAsync("the boleto", async () => (await site.ChargeAsync(charge)).WaitsUntil is not null);

        await site.Till.PressAsync(till, "vencer");
        await site.ChargeIsAsync(charge, ChargeState.Open);
        await Eventually.IsSoAsync("the letter", () => Task.FromResult(site.Mail.Letters.Any(letter => letter.Subject == "O pagamento venceu: Caso do boleto")));

        var again = await payer.GoToTheTillAsync(charge);
        await site.Till.PressAsync(again, "pix");
        await site.Till.PressAsync(again, "pago");
        await site.ChargeIsAsync(charge, ChargeState.Paid);
        Assert.Equal(PaymentMethod.Pix, (await site.ChargeAsync(charge)).Method);
    }

    [Fact]
    public async Task A_payment_the_gateway_never_tells_of_is_found_by_asking()
    {
        var charge = await site.OpenChargeAsync(Person.Dentist);
        var till = await (await site.SignedInAsync(Person.Dentist)).GoToTheTillAsync(charge);
        await site.Till.PressAsync(till, "cartao", ("numero", "4242424242424242"), ("aviso", "Never"));

        await site.ChargeBecomesAsync(charge, ChargeState.Paid);
    }

    [Fact]
    public async Task A_notice_that_comes_too_early_pays_nothing_and_the_money_is_found_all_the_same()
    {
        var charge = await site.OpenChargeAsync(Person.Dentist);
        var till = await (await site.SignedInAsync(Person.Dentist)).GoToTheTillAsync(charge);
        await site.Till.PressAsync(till, "cartao", ("numero", "4242424242424242"), ("aviso", "Early"));
        await Eventually.IsSoAsync("the notice", async () =>
            await site.Database.AskAsync<long>($"select count(*) from payments.notice where session = '{new Uri(till).Segments[^1]}'") == 1);
        Assert.Equal(ChargeState.Waiting, (await site.ChargeAsync(charge)).State);

        await site.ChargeBecomesAsync(charge, ChargeState.Paid);
    }

    [Fact]
    public async Task The_whole_of_a_card_payment_goes_back_and_a_boleto_is_left_to_finance()
    {
        var (byCard, byBoleto) = (await site.OpenChargeAsync(Person.Dentist), await site.OpenChargeAsync(Person.Dentist));
        var payer = await site.SignedInAsync(Person.Dentist);
        await site.Till.PressAsync(await payer.GoToTheTillAsync(byCard), "cartao", ("numero", "4242424242424242"));
        var till = await payer.GoToTheTillAsync(byBoleto);
        await site.Till.PressAsync(till, "boleto");
        await site.Till.PressAsync(till, "pago");
        await site.ChargeIsAsync(byCard, ChargeState.Paid);
        await site.ChargeIsAsync(byBoleto, ChargeState.Paid);

        foreach (var charge in new[] { byCard, byBoleto })
            await site.InsideAsync<ICharges, bool>(async charges =>
            {
                await charges.RefundAsync(charge, null, "Caso cancelado", CancellationToken.None);
                return true;
            });

        await site.ChargeIsAsync(byCard, ChargeState.Refunded);
        await Eventually.IsSoAsync("the boleto to be left to finance", async () =>
            await site.Database.AskAsync<string>($"select state from payments.refund where charge_id = '{byBoleto}'") == "ByHand");
        Assert.Equal(1, await site.FactsAsync("payments.charge-refunded", byCard));
        Assert.Equal(0, await site.FactsAsync("payments.charge-refunded", byBoleto));
    }

    [Fact]
    public async Task A_chargeback_is_told_and_may_be_won_back()
    {
        var charge = await site.OpenChargeAsync(Person.Dentist);
        var till = await (await site.SignedInAsync(Person.Dentist)).GoToTheTillAsync(charge);
        await site.Till.PressAsync(till, "cartao", ("numero", "4242424242424242"));
        await site.ChargeIsAsync(charge, ChargeState.Paid);

        await site.Till.AtDeskAsync(till, "contestar");
        await site.ChargeIsAsync(charge, ChargeState.ChargedBack);
        await site.Till.AtDeskAsync(till, "ganhar");
        await site.ChargeIsAsync(charge, ChargeState.Paid);

        Assert.Equal(1, await site.FactsAsync("payments.charged-back", charge));
        Assert.Equal(1, await site.FactsAsync("payments.charge-paid", charge));
    }

    [Fact]
    public async Task Whoever_does_not_work_there_finds_no_charge()
    {
        var charge = await site.OpenChargeAsync(Person.Dentist);

        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await (await site.SignedInAsync(Person.Stranger)).GetAsync($"/pagamentos/{charge}")).Status);
    }
}
