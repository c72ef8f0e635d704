using System.Net;

using Percurso.Payments.Contracts;
using Percurso.Payments.Gateways;
using Percurso.Testing;

namespace Percurso.Tests.Payments;

/// <summary>Notices that repeat, race, arrive before what they are about, or come from somebody else.</summary>
public sealed class NoticeTests(ShopSite site) : IClassFixture<ShopSite>
{
    [Fact]
    public async Task Fifty_notices_at_once_and_out_of_order_pay_once_tell_once_write_once_and_ask_for_one_invoice()
    {
        var (charge, till, session) = await PaidInSilenceAsync("Caso avisado cinquenta vezes");

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(number =>
            site.NotifyAsync(session, $"evt_{charge:N}_{number % 25}", at: site.Clock.GetUtcNow().AddSeconds(-(number * 37 % 240)))));

        Assert.All(answers, answer => Assert.True(answer is HttpStatusCode.OK or HttpStatusCode.Accepted));
        await site.ChargeIsAsync(charge, ChargeState.Paid);
        await site.Till.AtDeskAsync(till, "avisar");   // and once more, late
        await site.RowsAsync();
        Assert.Equal(1, await site.FactsAsync("payments.charge-paid", charge));
        Assert.Single(site.Mail.Letters, letter => letter.Subject.Contains("Caso avisado cinquenta vezes", StringComparison.Ordinal));
        Assert.Equal(1, await site.Database.AskAsync<long>($"select count(*) from invoicing.invoice where charge_id = '{charge}'"));
        Assert.Equal(25, await site.Database.AskAsync<long>($"select count(*) from payments.notice where event_id like 'evt_{charge:N}%'"));
    }

    [Fact]
    public async Task A_notice_that_comes_before_its_charge_is_saved_waits_for_it()
    {
        var session = await site.Till.OpenAsync(Guid.CreateVersion7(), 50_000, new Uri(site.Address, Notices.Path), site.Clock.GetUtcNow().AddDays(1));

        Assert.Equal(HttpStatusCode.Accepted, await site.NotifyAsync(session));
        await Eventually.IsSoAsync("the first question", async () => await site.Database.AskAsync<int>($"select attempts from payments.errand where subject = '{session}'") > 0);

        Assert.Equal(0, await site.Database.AskAsync<long>($"select count(*) from payments.errand where subject = '{session}' and (done_at is not null or given_up_at is not null)"));
    }

    [Fact]
    public async Task Notices_that_race_ahead_of_the_charge_pay_it_once_when_it_is_saved()
    {
        var (charge, _, session) = await PaidInSilenceAsync("Caso salvo depois");
        await site.Database.DoAsync($"update payments.attempt set gateway = 'not saved yet' where charge_id = '{charge}'");
        await Task.WhenAll(Enumerable.Range(0, 10).Select(number => site.NotifyAsync(session, $"evt_early_{number}")));
        await Eventually.IsSoAsync("the first question", async () => await site.Database.AskAsync<int>($"select attempts from payments.errand where subject = '{session}'") > 0);
        Assert.Equal(ChargeState.Waiting, (await site.ChargeAsync(charge)).State);

        await site.Database.DoAsync($"update payments.attempt set gateway = 'demonstration' where charge_id = '{charge}'");
        await site.ChargeBecomesAsync(charge, ChargeState.Paid);

        await site.RowsAsync();
        Assert.Equal(1, await site.FactsAsync("payments.charge-paid", charge));
        Assert.Single(site.Mail.Letters, letter => letter.Subject.Contains("Caso salvo depois", StringComparison.Ordinal));
        Assert.Equal(1, await site.Database.AskAsync<long>($"select count(*) from invoicing.invoice where charge_id = '{charge}'"));
    }

    [Fact]
    public async Task A_forged_an_altered_and_a_replayed_notice_are_refused()
    {
        var (charge, _, session) = await PaidInSilenceAsync("Caso que ninguém avisa");

        Assert.Equal(HttpStatusCode.Unauthorized, await site.NotifyAsync(session, secret: "a secret that somebody has guessed"));
        Assert.Equal(HttpStatusCode.Unauthorized, await site.NotifyAsync(session, alter: body => [.. body[..^1], (byte)' ', body[^1]]));
        Assert.Equal(HttpStatusCode.Unauthorized, await site.NotifyAsync(session, at: site.Clock.GetUtcNow().AddMinutes(-6)));
        Assert.Equal(HttpStatusCode.Unauthorized, await site.NotifyAsync(session, at: site.Clock.GetUtcNow().AddMinutes(6)));

        Assert.Equal(0, await site.Database.AskAsync<long>($"select count(*) from payments.notice where session = '{session}'"));
        Assert.Equal(ChargeState.Waiting, (await site.ChargeAsync(charge)).State);
    }

    [Fact]
    public async Task A_repeat_within_the_minutes_is_answered_and_does_nothing()
    {
        var (charge, _, session) = await PaidInSilenceAsync("Caso repetido");
        Assert.Equal(HttpStatusCode.Accepted, await site.NotifyAsync(session, "evt_repeated"));
        await site.ChargeIsAsync(charge, ChargeState.Paid);

        Assert.Equal(HttpStatusCode.OK, await site.NotifyAsync(session, "evt_repeated"));
    }

    [Fact]
    public async Task What_a_notice_says_of_somebody_elses_checkout_moves_nothing()
    {
        var (charge, _, _) = await PaidInSilenceAsync("Caso alheio");
        var attempt = await site.Database.AskAsync<Guid>($"select id from payments.attempt where charge_id = '{charge}'");
        // A gateway that opens a second checkout for the same reference gives back the first.
        var other = await site.Till.OpenAsync(attempt, 1, new Uri(site.Address, Notices.Path), site.Clock.GetUtcNow().AddDays(1));

        Assert.Equal(other, await site.Database.AskAsync<string>($"select session from payments.attempt where id = '{attempt}'"));
    }

    /// <summary>A charge paid at a gateway that has told nobody, its checkout's address and id.</summary>
    async Task<(Guid Charge, string Till, string Session)> PaidInSilenceAsync(string title)
    {
        var charge = await site.OpenChargeAsync(Person.Dentist, title: title);
        var till = await (await site.SignedInAsync(Person.Dentist)).GoToTheTillAsync(charge);
        await site.Till.PressAsync(till, "cartao", ("numero", "4242424242424242"), ("aviso", "Never"));
        return (charge, till, new Uri(till).Segments[^1]);
    }
}
