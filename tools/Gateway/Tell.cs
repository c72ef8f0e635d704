using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace Percurso.Gateway;

/// <summary>
/// Tells shops that a checkout changed, signed over the very bytes that are sent; again when they do not answer well. Also ends
/// what is overdue.
/// </summary>
sealed class Tell(Books books, IHttpClientFactory clients, IConfiguration configuration, TimeProvider clock, ILogger<Tell> log) : BackgroundService
{
    const int Tries = 4;

    readonly Channel<(Checkout Checkout, string Event, int Try)> waiting = Channel.CreateUnbounded<(Checkout, string, int)>();

    /// <summary>As often as its next telling says; then once again, as usual.</summary>
    public void Changed(Checkout one)
    {
        var times = one.Telling switch { Telling.Never or Telling.Early => 0, Telling.Twice => 2, _ => 1 };
        one.Telling = Telling.Once;
        for (var time = 0; time < times; time++) Again(one);
    }

    /// <summary>One notice more, a new event.</summary>
    public void Again(Checkout one) => waiting.Writer.TryWrite((one, $"evt_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12))}", 1));

    /// <summary>What happens three seconds from now.</summary>
    public async Task InAMomentAsync(Func<string?> act)
    {
        await Task.Delay(TimeSpan.FromSeconds(3), clock);
        act();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(SendAsync(stoppingToken), SweepAsync(stoppingToken));

    async Task SendAsync(CancellationToken cancel)
    {
        await foreach (var (checkout, id, attempt) in waiting.Reader.ReadAllAsync(cancel))
            if (!await PostAsync(checkout, id, cancel) && attempt < Tries) _ = LaterAsync(checkout, id, attempt + 1, cancel);
    }

    async Task LaterAsync(Checkout checkout, string id, int attempt, CancellationToken cancel)
    {
        await Task.Delay(TimeSpan.FromSeconds(5 * attempt * attempt), clock, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        waiting.Writer.TryWrite((checkout, id, attempt));
    }

    async Task SweepAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            foreach (var ended in books.EndThoseOverdue()) Changed(ended);
            await Task.Delay(TimeSpan.FromSeconds(20), clock, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    async Task<bool> PostAsync(Checkout checkout, string id, CancellationToken cancel)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new { id, type = "checkout.changed", checkout = checkout.Id }, JsonSerializerOptions.Web);
        using var request = new HttpRequestMessage(HttpMethod.Post, checkout.Order.NotifyAt) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("Percurso-Signature", Sign(body, clock.GetUtcNow(), configuration["Secret"]!));
        try
        {
            using var client = clients.CreateClient("shop");
            using var answer = await client.SendAsync(request, cancel);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            log.LogWarning("The shop of {Checkout} could not be told ({Reason}).", checkout.Id, failure.GetType().Name);
            return false;
        }
    }

    /// <summary><c>t=…,v1=…</c> over the time, a point and the body.</summary>
    public static string Sign(ReadOnlySpan<byte> body, DateTimeOffset now, string secret)
    {
        var time = now.ToUnixTimeSeconds();
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{time}."), .. body];
        return $"t={time},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed))}";
    }
}
