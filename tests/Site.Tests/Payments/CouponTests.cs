using Percurso.Accounts.Contracts;
using Percurso.Kernel;
using Percurso.Payments.Contracts;
using Percurso.Testing;

namespace Percurso.Tests.Payments;

/// <summary>Coupons, sponsors and credits, on which several people draw at once.</summary>
public sealed class CouponTests(ShopSite site) : IClassFixture<ShopSite>
{
    [Fact]
    public async Task A_hundred_at_once_on_a_coupon_with_ten_uses_are_ten()
    {
        await MakeAsync("CORRIDA", "percent = 10, max_uses = 10");
        var account = await AccountAsync();
        var charges = new List<Guid>();
        for (var number = 0; number < 100; number++) charges.Add(await site.OpenChargeAsync(Person.Dentist));

        var redeemed = await Task.WhenAll(charges.Select(charge => RedeemAsync("CORRIDA", charge, account)));

        Assert.Equal(10, redeemed.Count(succeeded => succeeded));
        Assert.Equal(10, await site.Database.AskAsync<long>("select count(*) from payments.coupon_use u join payments.coupon c on c.id = u.coupon_id where c.code = 'CORRIDA' and u.released_at is null"));
        Assert.Equal(10, await site.Database.AskAsync<long>("select count(*) from payments.charge where coupon_code = 'CORRIDA' and discount = 5000 and total = 45000"));
    }

    [Fact]
    public async Task A_sponsors_balance_is_never_overdrawn()
    {
        // 12 000,00 paid in, of which each use takes 5 000,00.
        var account = await AccountAsync();
        await site.Database.DoAsync("update payments.coupon set max_uses = null, max_uses_each = null where code = 'SERRA-AZUL-100'");
        var charges = new List<Guid>();
        for (var number = 0; number < 6; number++) charges.Add(await site.OpenChargeAsync(Person.Dentist, 500_000));

        var redeemed = await Task.WhenAll(charges.Select(charge => RedeemAsync("SERRA-AZUL-100", charge, account)));

        Assert.Equal(2, redeemed.Count(succeeded => succeeded));
        Assert.Equal(200_000L, await site.Database.AskAsync<long>("select balance from payments.sponsor"));
        Assert.Equal(200_000L, (long)await site.Database.AskAsync<decimal>("select sum(amount) from payments.sponsor_entry"));
    }

    [Fact]
    public async Task A_coupon_of_a_hundred_percent_skips_the_gateway()
    {
        await MakeAsync("TUDO", "percent = 100");
        var charge = await site.OpenChargeAsync(Person.Dentist, title: "Caso de graça");
        var payer = await site.SignedInAsync(Person.Dentist);
        var page = await payer.GetAsync($"/pagamentos/{charge}");

        page = await (await page.Form("form[action$='handler=Coupon']").Fill("codigo", " tudo ").SendAsync()).FollowAsync();
        await page.Form("form[action$='handler=Settle']").SendAsync();

        var paid = await site.ChargeAsync(charge);
        Assert.Equal((ChargeState.Paid, PaymentMethod.Nothing, Money.Zero), (paid.State, paid.Method, paid.Total));
        Assert.Equal(0, await site.Database.AskAsync<long>($"select count(*) from payments.attempt where charge_id = '{charge}'"));
        Assert.Equal(1, await site.FactsAsync("payments.charge-paid", charge));
    }

    [Fact]
    public async Task Credit_of_a_cancelled_order_pays_the_next_and_not_twice()
    {
        var (first, second, third) = (await site.OpenChargeAsync(Person.Stranger, 30_000), await site.OpenChargeAsync(Person.Stranger, 50_000), await site.OpenChargeAsync(Person.Stranger, 30_000));
        var payer = await site.SignedInAsync(Person.Stranger);
        await site.Till.PressAsync(await payer.GoToTheTillAsync(first), "cartao", ("numero", "4242424242424242"));
        await site.ChargeIsAsync(first, ChargeState.Paid);
        await site.InsideAsync<ICharges, bool>(async charges =>
        {
            await charges.CreditAsync(first, null, "Caso cancelado", CancellationToken.None);
            return true;
        });

        var (one, other) = (await payer.GetAsync($"/pagamentos/{second}"), await payer.GetAsync($"/pagamentos/{third}"));
        await Task.WhenAll(one.Form("form[action$='handler=UseCredit']").SendAsync(), other.Form("form[action$='handler=UseCredit']").SendAsync());

        var (left, right) = (await site.ChargeAsync(second), await site.ChargeAsync(third));
        Assert.Equal(new Money(30_000), left.FromCredit + right.FromCredit);
        Assert.Equal(0L, await site.Database.AskAsync<long>($"select balance from payments.credit_account where clinic_id = '{left.ClinicId}'"));
    }

    [Fact]
    public async Task What_an_expired_order_held_is_free_again()
    {
        await MakeAsync("UMAVEZ", "percent = 50, max_uses = 1");
        var charge = await site.OpenChargeAsync(Person.Dentist, payBy: site.Clock.GetUtcNow().UtcDateTime.AddHours(1));
        await site.InsideAsync<ICoupons, CouponOffer>(async coupons => await coupons.RedeemAsync("UMAVEZ", charge, await AccountAsync(), CancellationToken.None));

        site.Clock.Pass(TimeSpan.FromHours(2));
        await site.InsideAsync<Percurso.Payments.Charging.ExpireCharges, bool>(async job =>
        {
            await job.RunAsync(CancellationToken.None);
            return true;
        });

        Assert.Equal(ChargeState.Expired, (await site.ChargeAsync(charge)).State);
        Assert.True(await RedeemAsync("UMAVEZ", await site.OpenChargeAsync(Person.Dentist), await AccountAsync()));
    }

    Task<Guid> AccountAsync() =>
        site.InsideAsync<IFindPeople, Guid>(async people => (await people.ByEmailAsync(Person.Dentist.Email, CancellationToken.None))!.Id);

    async Task<bool> RedeemAsync(string code, Guid charge, Guid account)
    {
        try
        {
            await site.InsideAsync<ICoupons, CouponOffer>(coupons => coupons.RedeemAsync(code, charge, account, CancellationToken.None));
            return true;
        }
        catch (RuleBrokenException)
        {
            return false;
        }
    }

    /// <summary>A coupon for everyone, with these terms.</summary>
    async Task MakeAsync(string code, string terms)
    {
        await site.Database.DoAsync($"""
            insert into payments.coupon (id, version, code, name, covers_freight, "from", audience, made_at)
            values (gen_random_uuid(), 0, '{code}', 'Teste', false, '2030-01-01', 'Everyone', '2030-01-01')
            """);
        await site.Database.DoAsync($"update payments.coupon set {terms} where code = '{code}'");
    }
}
