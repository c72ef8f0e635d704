using System.Security.Cryptography;
using System.Text;

namespace Percurso.Gateway;

/// <summary>What shops call.</summary>
static class Api
{
    sealed record RefundOrder(Guid Id, string Checkout, long Amount);

    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/v1");
        api.AddEndpointFilter(async (context, next) => IsShop(context.HttpContext) ? await next(context) : Results.Unauthorized());

        api.MapPost("/checkouts", (Order order, Books books, HttpRequest request) =>
        {
            if (order.Amount <= 0 || order.Currency != "brl") return Results.BadRequest(new { error = "amount, currency" });

            var checkout = books.Open(order);
            return Results.Json(new { checkout.Id, Address = $"{request.Scheme}://{request.Host}/pagar/{checkout.Id}" });
        });
        api.MapGet("/checkouts/{id}", (string id, Books books) => books.Find(id) is { } found ? Results.Json(found.View()) : Results.NotFound());
        api.MapPost("/refunds", (RefundOrder refund, Books books) => Refund(refund, books));
    }

    static IResult Refund(RefundOrder refund, Books books)
    {
        if (books.Find(refund.Checkout) is not { } checkout) return Results.NotFound();
        if (checkout.Method == Method.Boleto) return Results.Json(new { status = "not_possible" });

        var done = books.Try(
            checkout,
            one => one.Refunds.ContainsKey(refund.Id) || one.Status == Status.Paid && refund.Amount > 0 && one.Refunded + refund.Amount <= one.Order.Amount,
            one =>
            {
                if (one.Refunds.TryAdd(refund.Id, refund.Amount)) one.Refunded += refund.Amount;
            });
        return done ? Results.Json(new { status = "done" }) : Results.BadRequest(new { error = "amount" });
    }

    static bool IsShop(HttpContext http)
    {
        var secret = http.RequestServices.GetRequiredService<IConfiguration>()["Secret"]!;
        return CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(http.Request.Headers.Authorization.ToString())), SHA256.HashData(Encoding.UTF8.GetBytes($"Bearer {secret}")));
    }
}
