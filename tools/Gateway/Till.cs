namespace Percurso.Gateway;

/// <summary>The checkout page, on which the buyer pays or does not, and the desk, from which whoever shows the demonstration plays the bank.</summary>
static class Till
{
    /// <summary>A card that the bank declines; any other of sixteen digits is taken.</summary>
    const string Declined = "4000000000000002";

    const string Gone = "Isto já não é possível: o pedido mudou enquanto a página estava aberta.";

    static readonly TimeSpan boletoDays = TimeSpan.FromDays(3), pixTime = TimeSpan.FromMinutes(30);

    public static void MapTill(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", (Books books) => Html(TillPages.Desk(books.Newest())));
        routes.MapGet("/gateway.css", () => Results.Stream(typeof(Till).Assembly.GetManifestResourceStream("gateway.css")!, "text/css"));
        routes.MapGet("/pagar/{id}", (string id, Books books) => books.Find(id) is { } found ? Html(TillPages.Checkout(found)) : Results.NotFound());

        routes.MapPost("/pagar/{id}/cartao", (string id, HttpRequest request, Books books, Tell tell) =>
            Act(id, request, books, one =>
            {
                var digits = string.Concat(Field(request, "numero").Where(char.IsAsciiDigit));
                if (digits.Length != 16) return "O número do cartão tem dezesseis algarismos.";
                if (digits == Declined) return "O banco recusou este cartão. Tente outro, ou pague de outra forma.";

                var instalments = int.TryParse(Field(request, "parcelas"), out var times) ? Math.Clamp(times, 1, 12) : 1;
                return Pay(books, tell, one, paid => (paid.Method, paid.Instalments) = (Method.Card, instalments));
            }));
        routes.MapPost("/pagar/{id}/boleto", (string id, HttpRequest request, Books books, Tell tell) =>
            Act(id, request, books, one => Await(books, tell, one, Method.Boleto, boletoDays)));
        routes.MapPost("/pagar/{id}/pix", (string id, HttpRequest request, Books books, Tell tell) =>
            Act(id, request, books, one => Await(books, tell, one, Method.Pix, pixTime)));
        routes.MapPost("/pagar/{id}/pago", (string id, HttpRequest request, Books books, Tell tell) =>
            Act(id, request, books, one => one.Method is null ? "Faça antes um boleto ou um Pix." : Pay(books, tell, one, _ => { })));
        routes.MapPost("/pagar/{id}/vencer", (string id, HttpRequest request, Books books, Tell tell) =>
            Act(id, request, books, one => Move(books, tell, one, now => now.IsPayable, now => now.Status = Status.Ended)));

        routes.MapPost("/mesa/{id}/avisar", (string id, Books books, Tell tell) => AtDesk(id, books, tell.Again));
        routes.MapPost("/mesa/{id}/contestar", (string id, Books books, Tell tell) => AtDesk(id, books, one =>
            Move(books, tell, one, now => now.Status == Status.Paid, now => now.Status = Status.ChargedBack)));
        routes.MapPost("/mesa/{id}/ganhar", (string id, Books books, Tell tell) => AtDesk(id, books, one =>
            Move(books, tell, one, now => now.Status == Status.ChargedBack, now => now.Status = Status.Paid)));
    }

    /// <summary>Early: the shop is told first, and has time to ask before anything has happened.</summary>
    static string? Pay(Books books, Tell tell, Checkout one, Action<Checkout> how)
    {
        if (one.Telling != Telling.Early) return PayNow(books, tell, one, how);
        if (!one.IsPayable) return Gone;

        tell.Again(one);
        _ = tell.InAMomentAsync(() => PayNow(books, tell, one, how));
        return null;
    }

    static string? PayNow(Books books, Tell tell, Checkout one, Action<Checkout> how) =>
        Move(books, tell, one, now => now.IsPayable, now =>
        {
            how(now);
            now.Status = Status.Paid;
        });

    static string? Await(Books books, Tell tell, Checkout one, Method method, TimeSpan patience) => Move(books, tell, one, now => now.IsPayable, now =>
    {
        var until = books.Now + patience;
        (now.Status, now.Method, now.WaitsUntil) = (Status.Waiting, method, until < now.Order.EndsAt ? until : now.Order.EndsAt);
    });

    static string? Move(Books books, Tell tell, Checkout one, Func<Checkout, bool> may, Action<Checkout> change)
    {
        if (!books.Try(one, may, change)) return Gone;

        tell.Changed(one);
        return null;
    }

    static IResult Act(string id, HttpRequest request, Books books, Func<Checkout, string?> act)
    {
        if (books.Find(id) is not { } one) return Results.NotFound();

        one.Telling = Enum.TryParse<Telling>(Field(request, "aviso"), out var telling) ? telling : Telling.Once;
        if (act(one) is { } refusal) return Html(TillPages.Checkout(one, refusal), StatusCodes.Status422UnprocessableEntity);
        return one.Status == Status.Paid ? Results.Redirect(one.Order.ReturnTo.AbsoluteUri) : Results.Redirect($"/pagar/{one.Id}");
    }

    static IResult AtDesk(string id, Books books, Action<Checkout> act)
    {
        if (books.Find(id) is not { } one) return Results.NotFound();

        act(one);
        return Results.Redirect("/");
    }

    static IResult AtDesk(string id, Books books, Func<Checkout, string?> act) => AtDesk(id, books, one => { _ = act(one); });

    /// <summary>What was filled in; nothing where the form has no such field.</summary>
    static string Field(HttpRequest request, string name) => request.HasFormContentType ? request.Form[name].ToString() : "";

    static IResult Html(string page, int status = StatusCodes.Status200OK) => Results.Content(page, "text/html; charset=utf-8", statusCode: status);
}
