namespace Percurso.Files.Checks.Zips;

/// <summary>What can be wrong with a ZIP itself.</summary>
static class ZipRules
{
    public static readonly Rule Damaged = new("zip.damaged", "O ZIP chegou pela metade ou está danificado. Compacte a pasta de novo e envie.");
    public static readonly Rule Locked = new("zip.locked", "O ZIP está protegido por senha. Tire a senha e envie de novo.");
    public static readonly Rule Path = new("zip.path", "O ZIP traz um arquivo que quer sair da sua pasta. Compacte só a pasta do exame e envie de novo.");
    public static readonly Rule Entries = new("zip.entries", "O ZIP traz {0:0} arquivos; o limite é {1:0}. Compacte só a pasta do exame e envie de novo.", new(20_000, 20_000));
    public static readonly Rule Size = new("zip.size", "Aberto, o ZIP tem mais de {1:0} MB. Compacte só a pasta do exame e envie de novo.", new(6144, 6144));
    public static readonly Rule Ratio = new("zip.ratio", "Aberto, o ZIP fica mais de {1:0} vezes maior, o que nenhum exame fica. Compacte só a pasta do exame e envie de novo.", new(300, 300));
    public static readonly Rule Depth = new("zip.depth", "Há ZIP dentro de ZIP em {0:0} níveis; o limite é {1:0}. Tire os arquivos de dentro e compacte-os uma vez só.", new(3, 3));
    public static readonly Rule Nothing = new("zip.nothing", "No ZIP não há nada do que este item pede. Confira se a pasta certa foi compactada.");
    public static readonly Rule OneOnly = new("zip.one-only", "Fotografias e PDFs vão sem compactar, um por vez. Tire o arquivo do ZIP e envie-o.");

    public static readonly FactKind Spread = new("zip.spread", "Malhas que foram para os seus itens: {0:0}");
    public static readonly FactKind Stayed = new("zip.stayed", "Malhas que ficaram só no ZIP, por não sabermos de que item são: {0:0}");
    public static readonly FactKind LeftOut = new("zip.left-out", "Arquivos que ficaram de fora, como o programa visualizador: {0:0}");
}
