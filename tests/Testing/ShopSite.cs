using System.Net;
using System.Text;
using System.Text.Json;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

using Percurso.Gateway;

namespace Percurso.Testing;

/// <summary>A site with the demonstration gateway beside it: a program of its own, on the same clock.</summary>
public class ShopSite : Site
{
    public const string Secret = "a secret that only the two of them know";

    WebApplication? gateway;

    public Till Till { get; private set; } = null!;

    protected override IEnumerable<KeyValuePair<string, string>> Configuration =>
    [
        new("Payments:Demonstration:Address", Till.Address.AbsoluteUri),
        new("Payments:Demonstration:Secret", Secret),
    ];

    public override async ValueTask InitializeAsync()
    {
        gateway = DemonstrationGateway.Build(["--urls", "http://127.0.0.1:0", "--Secret", Secret], services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            if (!Listens) services.AddHttpClient("shop").ConfigurePrimaryHttpMessageHandler(() => Handler);
        });
        await gateway.StartAsync();
        Till = new(new Uri(gateway.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()));
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (gateway is not null)
        {
            await gateway.StopAsync();
            await gateway.DisposeAsync();
        }

        Till.Dispose();
        await base.DisposeAsync();
    }
}

/// <summary>The gateway as a buyer and as the bank see it.</summary>
public sealed class Till(Uri address) : IDisposable
{
    readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address };

    public Uri Address => address;

    /// <summary>Presses a button of the checkout page: <c>cartao</c>, <c>boleto</c>, <c>pix</c>, <c>pago</c>, <c>vencer</c>.</summary>
    /// <param name="checkout">The address the site led to.</param>
    /// <param name="button">The last part of where its form goes.</param>
    /// <param name="fields">What is filled in.</param>
    public async Task<HttpStatusCode> PressAsync(string checkout, string button, params (string Name, string Value)[] fields) =>
        await PostAsync($"{new Uri(checkout).AbsolutePath}/{button}", fields);

    /// <summary>Presses a button of the desk: <c>avisar</c>, <c>contestar</c>, <c>ganhar</c>.</summary>
    public async Task<HttpStatusCode> AtDeskAsync(string checkout, string button) =>
        await PostAsync($"/mesa/{new Uri(checkout).Segments[^1]}/{button}", []);

    /// <summary>Opens a checkout as the site would, for a reference of one's own; its id.</summary>
    public async Task<string> OpenAsync(Guid reference, long cents, Uri notifyAt, DateTimeOffset endsAt)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/checkouts")
        {
            Content = new StringContent(JsonSerializer.Serialize(new
            {
                reference,
                amount = cents,
                currency = "brl",
                title = "Pedido",
                payerName = "Ana",
                payerEmail = "ana@example.com",
                returnTo = notifyAt,
                notifyAt,
                endsAt,
            }), Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new("Bearer", ShopSite.Secret);
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetString()!;
    }

    public void Dispose() => http.Dispose();

    async Task<HttpStatusCode> PostAsync(string path, (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), form);
        return answer.StatusCode;
    }
}
