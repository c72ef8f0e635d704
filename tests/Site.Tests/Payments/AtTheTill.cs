using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

using Microsoft.Extensions.DependencyInjection;

using Percurso.Accounts.Contracts;
using Percurso.Clinics.Contracts;
using Percurso.Kernel;
using Percurso.Payments.Contracts;
using Percurso.Payments.Gateways;
using Percurso.Testing;
using Percurso.Testing.Http;

namespace Percurso.Tests.Payments;

/// <summary>What people do with charges, for tests that begin after it.</summary>
static class AtTheTill
{
    /// <summary>Works inside the site as a module above Payments would.</summary>
    public static async Task<T> InsideAsync<TService, T>(this Site site, Func<TService, Task<T>> work) where TService : notnull
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>A new charge for something this dentist's first clinic ordered; its id.</summary>
    public static async Task<Guid> OpenChargeAsync(this Site site, Person dentist, long cents = 50_000, string title = "Caso 2035-0001", Guid? subject = null, DateTime? payBy = null)
    {
        var account = await site.InsideAsync<IFindPeople, Guid>(async people => (await people.ByEmailAsync(dentist.Email, CancellationToken.None))!.Id);
        var clinic = await site.ClinicOfAsync(dentist);
        var line = new ChargeLine("guide.tooth.full", "Planejamento", "Planning", 1, new Money(cents), "041201");
        return await site.InsideAsync<ICharges, Guid>(charges => charges.OpenAsync(
            new("test", subject ?? Guid.CreateVersion7(), "order", title, clinic, account, [line], payBy ?? FakeClock.Start.UtcDateTime.AddDays(30), "/"), CancellationToken.None));
    }

    public static async Task<Guid> ClinicOfAsync(this Site site, Person dentist)
    {
        var account = await site.InsideAsync<IFindPeople, Guid>(async people => (await people.ByEmailAsync(dentist.Email, CancellationToken.None))!.Id);
        return await site.InsideAsync<IWorkplaces, Guid>(async places => (await places.OfAsync(account, CancellationToken.None))[0].Id);
    }

    public static Task<ChargeView> ChargeAsync(this Site site, Guid charge) =>
        site.InsideAsync<ICharges, ChargeView>(async charges => (await charges.FindAsync(charge, CancellationToken.None))!);

    public static Task ChargeIsAsync(this Site site, Guid charge, ChargeState state) =>
        Eventually.IsSoAsync($"the charge to be {state}", async () => (await site.ChargeAsync(charge)).State == state);

    /// <summary>The same, while time goes by.</summary>
    public static Task ChargeBecomesAsync(this Site site, Guid charge, ChargeState state) => Eventually.IsSoAsync($"the charge to become {state}", async () =>
    {
        site.Clock.Pass(TimeSpan.FromSeconds(10));
        return (await site.ChargeAsync(charge)).State == state;
    });

    /// <summary>How many facts of this name were told of this charge.</summary>
    public static Task<long> FactsAsync(this Site site, string name, Guid charge) =>
        site.Database.AskAsync<long>($"select count(*) from kernel.fact where name = '{name}' and body->>'chargeId' = '{charge}'");

    /// <summary>Presses "pay" and follows to the gateway; the address of its checkout.</summary>
    public static async Task<string> GoToTheTillAsync(this Visitor payer, Guid charge)
    {
        var page = await payer.GetAsync($"/pagamentos/{charge}");
        var answer = await page.Form("form[action$='handler=Pay']").SendAsync();
        return answer.Headers.TryGetValue("Location", out var address) && address.Contains("/pagar/", StringComparison.Ordinal)
            ? address
            : throw new InvalidOperationException($"No way to the gateway: {(int)answer.Status} {answer.Text}");
    }

    /// <summary>Sends a notice as a gateway would, or as somebody who plays it.</summary>
    public static async Task<HttpStatusCode> NotifyAsync(
        this ShopSite site, string checkout, string? eventId = null, string? secret = null, DateTimeOffset? at = null, Func<byte[], byte[]>? alter = null)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new { id = eventId ?? $"evt_{Guid.CreateVersion7():N}", type = "checkout.changed", checkout });
        var time = (at ?? site.Clock.GetUtcNow()).ToUnixTimeSeconds();
        var signature = $"t={time},v1={Signature.Of(body, time, secret ?? ShopSite.Secret)}";
        using var http = new HttpClient(site.Handler);
        using var content = new ByteArrayContent(alter?.Invoke(body) ?? body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(site.Address, Notices.Path)) { Content = content };
        request.Headers.Add("Percurso-Signature", signature);
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }
}
