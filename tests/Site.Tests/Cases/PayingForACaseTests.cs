using Microsoft.Extensions.DependencyInjection;

using Percurso.Cases.Contracts;
using Percurso.Kernel.Localization;
using Percurso.Payments.Contracts;
using Percurso.Testing;
using Percurso.Testing.Http;
using Percurso.Tests.Payments;

namespace Percurso.Tests.Cases;

/// <summary>The second step: order, delivery, payment, and what becomes of the money when the case ends.</summary>
public sealed class PayingForACaseTests(PayingForACaseTests.CaseShop site) : IClassFixture<PayingForACaseTests.CaseShop>
{
    [Fact]
    public async Task Order_freight_and_payment_take_the_case_to_the_next_step_and_bring_an_invoice()
    {
        var dentist = await site.SignedInAsync(Person.Dentist);
        var id = await OpenAsync(dentist, "Rosana Dias", 36, 46, 47);

        var page = await dentist.GetAsync(PaymentOf(id));
        Assert.Contains("Implante planejado", page.Text, StringComparison.Ordinal);
        page = await ConfirmAsync(page);

        var charge = (await site.InsideAsync<ICharges, IReadOnlyList<ChargeView>>(charges => charges.OfAsync("case", id, CancellationToken.None))).Single();
        // 890,00 + 3 × 120,00 + 280,00, and PAC within the state, 18,90.
        Assert.Equal(89_000 + 36_000 + 28_000 + 1_890, charge.Total.Cents);

        await PayAsync(page, charge.Id);
        await Eventually.IsSoAsync("the next step", async () => (await dentist.GetAsync(PaymentOf(id))).Text.Contains("Pago", StringComparison.Ordinal)
            && await site.Database.AskAsync<string>($"select state from cases.step where case_id = '{id}' and key = 'payment'") == "Done");
        await Eventually.IsSoAsync("the invoice", async () => (await dentist.GetAsync(PaymentOf(id))).Text.Contains("Nota nº", StringComparison.Ordinal));
        var pdf = await dentist.DownloadAsync((await dentist.GetAsync(PaymentOf(id))).Document.QuerySelector("a[href^='/notas/'][href$='/pdf']")!.GetAttribute("href")!);
        Assert.Equal("%PDF-"u8, pdf.AsSpan(0, 5));
    }

    [Fact]
    public async Task The_next_case_begins_with_the_address_and_the_way_chosen_last()
    {
        var dentist = await site.SignedInAsync(Person.Dentist);
        var form = (await dentist.GetAsync(PaymentOf(await OpenAsync(dentist, "Aurora Paz", 15)))).Form("form[action*='handler=Confirm']");
        var other = form.Fields.Single(field => field.Name == "way").Options[^1];
        Assert.NotEqual(form.ValueOf("way"), other);
        await form.Fill("way", other).SendAsync();

        var next = await dentist.GetAsync(PaymentOf(await OpenAsync(dentist, "Bento Paz", 16)));

        Assert.Equal(other, next.Form("form[action*='handler=Confirm']").ValueOf("way"));
    }

    [Fact]
    public async Task A_cancelled_case_gives_back_what_its_step_says()
    {
        var dentist = await site.SignedInAsync(Person.Dentist);
        var id = await OpenAsync(dentist, "Célio Prates", 11);
        var page = await ConfirmAsync(await dentist.GetAsync(PaymentOf(id)));
        var charge = (await site.InsideAsync<ICharges, IReadOnlyList<ChargeView>>(charges => charges.OfAsync("case", id, CancellationToken.None))).Single();
        await PayAsync(page, charge.Id);
        await site.ChargeIsAsync(charge.Id, ChargeState.Paid);

        await site.InsideAsync<Percurso.Cases.Steps.Payment.SettleCancelled, bool>(async reaction =>
        {
            await reaction.HandleAsync(new CaseCancelled(id, "files", CancelOutcome.Refund, false), CancellationToken.None);
            return true;
        });

        await site.ChargeIsAsync(charge.Id, ChargeState.Refunded);
        await Eventually.IsSoAsync("the invoice to be cancelled", async () =>
            await site.Database.AskAsync<string>($"select state from invoicing.invoice where charge_id = '{charge.Id}' and not for_sponsor") == "Cancelled");
    }

    [Fact]
    public async Task A_sponsors_coupon_leaves_the_freight_to_pay_and_the_sponsor_gets_its_own_invoice()
    {
        var dentist = await site.SignedInAsync(Person.Dentist);
        var id = await OpenAsync(dentist, "Tereza Lima", 21);
        var page = await ConfirmAsync(await dentist.GetAsync(PaymentOf(id)));
        page = await (await page.Form("form[action*='handler=Coupon']").Fill("codigo", "serra-azul-100").SendAsync()).FollowAsync();

        var charge = (await site.InsideAsync<ICharges, IReadOnlyList<ChargeView>>(charges => charges.OfAsync("case", id, CancellationToken.None))).Single();
        Assert.Equal(1_890, charge.Total.Cents);
        await PayAsync(page, charge.Id);
        await site.ChargeIsAsync(charge.Id, ChargeState.Paid);

        await Eventually.IsSoAsync("both invoices", async () => await site.Database.AskAsync<long>($"select count(*) from invoicing.invoice where charge_id = '{charge.Id}'") == 2);
        Assert.DoesNotContain("Serra Azul", (await dentist.GetAsync($"/pagamentos/{charge.Id}")).TextOf("main"), StringComparison.Ordinal);
    }

    /// <summary>Whatever was chosen before: to the first address, by the cheapest way.</summary>
    static async Task<Page> ConfirmAsync(Page page)
    {
        var form = page.Form("form[action*='handler=Confirm']");
        return await (await form.Fill("way", form.Fields.Single(field => field.Name == "way").Options[0]).SendAsync()).FollowAsync();
    }

    async Task PayAsync(Page page, Guid charge)
    {
        var answer = await page.Form("form[action*='handler=Pay']").SendAsync();
        await site.Till.PressAsync(answer.Headers["Location"], "cartao", ("numero", "4242424242424242"));
        await site.ChargeIsAsync(charge, ChargeState.Paid);
    }

    static string PaymentOf(Guid id) => $"/casos/{id}/passos/payment/pagamento";

    /// <summary>A case whose payment is open: its guidance was read.</summary>
    async Task<Guid> OpenAsync(Visitor dentist, string patient, params int[] teeth)
    {
        var id = Guid.Parse((await dentist.OpenCaseAsync(patient, teeth)).Split('/')[2].Split('?')[0]);
        if (await site.Database.AskAsync<string>($"select state from cases.step where case_id = '{id}' and key = 'guidance'") == "Open")
            await site.InsideAsync<ICaseSteps, bool>(async steps =>
            {
                await steps.DoneAsync(id, "guidance", new { }, null, CancellationToken.None);
                return true;
            });
        return id;
    }

    /// <summary>A site on which a guidance that no other module brings counts as read.</summary>
    public sealed class CaseShop : ShopSite
    {
        protected override void Change(IServiceCollection services) => services.AddScoped<IStepKind, ReadAlready>();
    }

    sealed class ReadAlready : IStepKind
    {
        public string Name => "guidance";

        public string PathOf(Guid caseId, string step) => $"/casos/{caseId}";

        public string Sentence(Turn turn, Words T) => "";

        public Task<Opening> OpenAsync(StepToOpen step, CancellationToken cancel) => Task.FromResult(Opening.Done(new { }));
    }
}
