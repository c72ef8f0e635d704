using System.Globalization;
using System.Net;

namespace Percurso.Gateway;

/// <summary>The few pages a buyer and whoever plays the bank see.</summary>
static class TillPages
{
    static readonly CultureInfo brazil = CultureInfo.GetCultureInfo("pt-BR");

    public static string Checkout(Checkout one, string? refusal = null) => Page($"Pagar {Reais(one.Order.Amount)}",
        $"""
        <p class="shop">{Plain(one.Order.Title)}</p>
        <p class="amount">{Reais(one.Order.Amount)}</p>
        {(refusal is null ? "" : $"""<p class="refusal" role="alert">{Plain(refusal)}</p>""")}
        {one.Status switch
        {
            Status.Open => Choices(one),
            Status.Waiting => Awaiting(one) + Choices(one),
            Status.Paid => $"""<p class="state">Pago. <a href="{Plain(one.Order.ReturnTo.AbsoluteUri)}">Voltar à loja</a></p>""",
            _ => $"""<p class="state">Este pagamento terminou sem ser pago. <a href="{Plain(one.Order.ReturnTo.AbsoluteUri)}">Voltar à loja</a></p>""",
        }}
        {(one.IsPayable ? $"""<p><a href="{Plain(one.Order.ReturnTo.AbsoluteUri)}">Voltar à loja sem pagar</a></p>""" : "")}
        """);

    public static string Desk(IReadOnlyList<Checkout> all) => Page("A mesa do gateway",
        $"""
        <p>Aqui quem apresenta a demonstração faz de banco. {all.Count} pagamentos, os mais novos primeiro.</p>
        <ul class="desk">{string.Concat(all.Select(Line))}</ul>
        """);

    static string Line(Checkout one) =>
        $"""
        <li>
          <a href="/pagar/{one.Id}">{Plain(one.Order.Title)}, {Reais(one.Order.Amount)}</a>
          <span>{State(one)}{(one.Refunded > 0 ? $", devolvidos {Reais(one.Refunded)}" : "")}</span>
          <span class="acts">{Button($"/mesa/{one.Id}/avisar", "Avisar de novo")}{one.Status switch
          {
              Status.Paid => Button($"/mesa/{one.Id}/contestar", "O banco toma de volta"),
              Status.ChargedBack => Button($"/mesa/{one.Id}/ganhar", "A loja ganha a disputa"),
              _ => "",
          }}</span>
        </li>
        """;

    static string Choices(Checkout one) =>
        $"""
        <section><h2>Cartão</h2>
          <form method="post" action="/pagar/{one.Id}/cartao">
            <label for="numero">Número do cartão</label>
            <input id="numero" name="numero" inputmode="numeric" autocomplete="off" value="4242 4242 4242 4242" aria-describedby="numero-dica">
            <p id="numero-dica" class="hint">Nunca escreva um cartão de verdade. 4242 4242 4242 4242 é aceito; 4000 0000 0000 0002 é recusado.</p>
            <label for="parcelas">Parcelas</label>
            <select id="parcelas" name="parcelas">{string.Concat(Enumerable.Range(1, 12).Select(times => $"""<option value="{times}">{times}× de {Reais(one.Order.Amount / times)} sem juros</option>"""))}</select>
            {Telling("cartao")}
            <button>Pagar com o cartão</button>
          </form></section>
        <section><h2>Boleto</h2><p class="hint">Vence em três dias; o banco o confirma um dia útil depois.</p>{Button($"/pagar/{one.Id}/boleto", "Fazer um boleto")}</section>
        <section><h2>Pix</h2><p class="hint">Vale por trinta minutos.</p>{Button($"/pagar/{one.Id}/pix", "Fazer um Pix")}</section>
        """;

    static string Awaiting(Checkout one) =>
        $"""
        <section class="waiting"><h2>{(one.Method == Method.Boleto ? "O boleto está pronto" : "O Pix está pronto")}</h2>
          <p><code>{(one.Method == Method.Boleto ? "00000.00000 00000.000000 00000.000000 0 00000000000000" : $"DEMONSTRACAO.{one.Id}")}</code></p>
          <p class="hint">Um código que nenhum banco conhece. Em vez de abrir o aplicativo do banco, diga o que acontece:</p>
          <form method="post" action="/pagar/{one.Id}/pago">{Telling("pago")}<button>O banco confirma o pagamento</button></form>
          <form method="post" action="/pagar/{one.Id}/vencer"><button class="quiet">{(one.Method == Method.Boleto ? "O boleto vence sem pagamento" : "O Pix vence sem pagamento")}</button></form>
          <p class="hint">Ou pague de outra forma:</p></section>
        """;

    static string Telling(string form) =>
        $"""
        <label for="aviso-{form}">A loja é avisada</label>
        <select id="aviso-{form}" name="aviso"><option value="Once">uma vez</option><option value="Twice">duas vezes</option><option value="Early">cedo demais, e só então</option><option value="Never">nunca</option></select>
        """;

    static string Button(string action, string words) => $"""<form method="post" action="{action}"><button class="quiet">{words}</button></form>""";

    static string State(Checkout one) => one.Status switch
    {
        Status.Open => "aberto",
        Status.Waiting => one.Method == Method.Boleto ? "boleto à espera" : "Pix à espera",
        Status.Paid => one.Method switch { Method.Card => $"pago com cartão em {one.Instalments}×", Method.Boleto => "boleto pago", _ => "Pix pago" },
        Status.ChargedBack => "tomado de volta pelo banco",
        _ => "terminado sem pagamento",
    };

    static string Page(string title, string main) =>
        $"""
        <!doctype html><html lang="pt-BR"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Plain(title)} · Gateway de demonstração</title><link rel="stylesheet" href="/gateway.css"></head>
        <body><header><p><strong>Gateway de demonstração.</strong> Nenhum dinheiro se move aqui.</p></header><main><h1>{Plain(title)}</h1>{main}</main></body></html>
        """;

    static string Reais(long cents) => (cents / 100m).ToString("C", brazil);

    static string Plain(string text) => WebUtility.HtmlEncode(text);
}
