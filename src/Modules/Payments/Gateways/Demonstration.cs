using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

using Percurso.Kernel;
using Percurso.Payments.Contracts;

namespace Percurso.Payments.Gateways;

/// <summary>Where the demonstration's gateway is, and the secret shared with it: configuration <c>Payments:Demonstration</c>.</summary>
/// <param name="Address">Null where there is none.</param>
/// <param name="Secret">Signs its notices and our calls.</param>
sealed record DemonstrationOptions(Uri? Address, string Secret)
{
    public static DemonstrationOptions Of(IConfiguration configuration)
    {
        var section = configuration.GetSection("Payments:Demonstration");
        return new(section["Address"] is { Length: > 0 } address ? new Uri(address) : null, section["Secret"] ?? "");
    }
}

/// <summary>The client of <c>tools/Gateway</c>, a gateway that moves no money.</summary>
sealed class Demonstration(HttpClient http) : IGateway
{
    public const string Key = "demonstration";

    public string Name => Key;

    public async Task<OpenedCheckout> OpenAsync(CheckoutOrder order, CancellationToken cancel)
    {
        using var answer = await http.PostAsJsonAsync("v1/checkouts", new
        {
            order.Reference,
            Amount = order.Amount.Cents,
            Currency = "brl",
            order.Title,
            order.PayerName,
            order.PayerEmail,
            order.ReturnTo,
            order.NotifyAt,
            EndsAt = new DateTimeOffset(order.EndsAt, TimeSpan.Zero),
            order.Replaces,
        }, cancel);
        answer.EnsureSuccessStatusCode();
        var opened = (await answer.Content.ReadFromJsonAsync<Opened>(cancel))!;
        return new(opened.Id, opened.Address);
    }

    public async Task<CheckoutNews?> AskAsync(string session, CancellationToken cancel)
    {
        using var answer = await http.GetAsync(new Uri($"v1/checkouts/{Uri.EscapeDataString(session)}", UriKind.Relative), cancel);
        if (answer.StatusCode == HttpStatusCode.NotFound) return null;

        answer.EnsureSuccessStatusCode();
        var told = (await answer.Content.ReadFromJsonAsync<Told>(cancel))!;
        return new(told.Id, told.Reference, StatusOf(told.Status), new(told.Amount), told.Currency, MethodOf(told.Method), told.WaitsUntil?.UtcDateTime);
    }

    public async Task<RefundOutcome> RefundAsync(Guid refund, string session, Money amount, CancellationToken cancel)
    {
        using var answer = await http.PostAsJsonAsync("v1/refunds", new { Id = refund, Checkout = session, Amount = amount.Cents }, cancel);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<Refunded>(cancel))!.Status switch
        {
            "done" => RefundOutcome.Done,
            "pending" => RefundOutcome.Pending,
            _ => RefundOutcome.NotPossible,
        };
    }

    static CheckoutStatus StatusOf(string status) => status switch
    {
        "open" => CheckoutStatus.Open,
        "waiting" => CheckoutStatus.Waiting,
        "paid" => CheckoutStatus.Paid,
        "ended" => CheckoutStatus.Ended,
        "charged_back" => CheckoutStatus.ChargedBack,
        _ => throw new FormatException($"The gateway says that a checkout is {status}."),
    };

    static PaymentMethod? MethodOf(string? method) => method switch
    {
        "card" => PaymentMethod.Card,
        "boleto" => PaymentMethod.Boleto,
        "pix" => PaymentMethod.Pix,
        _ => null,
    };

    sealed record Opened(string Id, string Address);

    sealed record Told(string Id, Guid Reference, string Status, long Amount, string Currency, string? Method, DateTimeOffset? WaitsUntil);

    sealed record Refunded(string Status);

    public static void AddTo(IServiceCollection services, IConfiguration configuration)
    {
        services.AddHostedService<CheckSecret>();
        if (DemonstrationOptions.Of(configuration).Address is not { } address) return;

        services.AddHttpClient<Demonstration>(client =>
        {
            client.BaseAddress = new(address.AbsoluteUri.TrimEnd('/') + "/");
            client.Timeout = TimeSpan.FromSeconds(15);
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", DemonstrationOptions.Of(configuration).Secret);
            client.DefaultRequestHeaders.UserAgent.ParseAdd(string.Create(CultureInfo.InvariantCulture, $"Percurso/1"));
        });
        services.AddTransient<IGateway>(all => all.GetRequiredService<Demonstration>());
    }

    /// <summary>A gateway without its secret would let anybody pay: the host does not start.</summary>
    sealed class CheckSecret(IConfiguration configuration, IHostEnvironment environment) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            var options = DemonstrationOptions.Of(configuration);
            if (options.Address is not null && options.Secret.Length < 32)
                throw new StartRefusedException("Set Payments:Demonstration:Secret to 32 characters or more, the same as the demonstration gateway's --Secret.");
            if (options.Address is not null && environment.IsProduction())
                throw new StartRefusedException("Payments:Demonstration:Address is for trying: in Production its buttons would pay for real orders. Remove it.");
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
