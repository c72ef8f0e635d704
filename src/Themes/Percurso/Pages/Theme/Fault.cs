namespace Percurso.Theme.Pages;

/// <summary>The words for one kind of failure, in Portuguese, as keys of the translations.</summary>
/// <param name="Happened">What happened, as a heading.</param>
/// <param name="Next">What to do.</param>
/// <param name="Kept">What was kept; null where there was nothing to lose.</param>
/// <param name="Drawing">The picture that goes with it.</param>
sealed record Fault(string Happened, string Next, string? Kept, string Drawing)
{
    public static readonly Fault Unknown = new(
        "Algo parou do nosso lado",
        "O erro foi registrado e já está com quem cuida do sistema. Espere um instante e tente de novo.",
        "O que você já tinha salvo continua salvo.",
        "paused");

    static readonly Dictionary<int, Fault> Known = new()
    {
        [400] = new(
            "Não conseguimos entender este pedido",
            "Volte, recarregue a página e envie de novo. Se você abriu a página há muito tempo, ela pode ter vencido.",
            "Nada foi alterado.",
            "lost"),
        [403] = new(
            "Esta página não está aberta para você",
            "Entre com outra conta, ou peça acesso a quem administra o sistema na sua empresa.",
            null,
            "closed"),
        [404] = new(
            "Esta página não existe",
            "O endereço pode ter mudado, ou veio incompleto. Confira as letras ou comece pela página inicial.",
            null,
            "lost"),
        [405] = new(
            "Este endereço não aceita esse tipo de pedido",
            "Volte e use os botões da própria página.",
            "Nada foi alterado.",
            "closed"),
        [409] = new(
            "Alguém mudou isto ao mesmo tempo que você",
            "Volte, recarregue a página para ver como ficou e repita o que ainda fizer falta.",
            "A mudança da outra pessoa foi mantida; a sua não foi gravada.",
            "paused"),
        [413] = new(
            "O arquivo é grande demais",
            "Volte e envie um arquivo menor. O limite está escrito ao lado do campo.",
            "Nada foi enviado.",
            "box"),
        [429] = new(
            "Foram muitas tentativas em pouco tempo",
            "Espere alguns minutos e tente de novo. É uma proteção para a sua conta.",
            "O que você já tinha salvo continua salvo.",
            "paused"),
        [503] = new(
            "Voltamos em instantes",
            "O sistema está sendo reiniciado ou atualizado. Tente de novo daqui a pouco.",
            "O que você já tinha salvo continua salvo.",
            "paused"),
    };

    public static Fault Of(int code) => Known.GetValueOrDefault(code) ?? (code < 500 ? Known[400] : Unknown);
}
