namespace Percurso.Files.Checks.Documents;

/// <summary>What can be wrong with a PDF.</summary>
static class PdfRules
{
    public static readonly Rule Cut = new("pdf.cut", "O PDF chegou pela metade ou está danificado. Envie-o de novo.");
    public static readonly Rule Locked = new("pdf.locked", "O PDF está protegido por senha. Tire a senha e envie de novo.");
    public static readonly Rule NoPages = new("pdf.no-pages", "O PDF não tem páginas que se possam abrir. Salve-o de novo, por exemplo com “Imprimir em PDF”, e envie outra vez.");
    public static readonly Rule Pages = new("pdf.pages", "O PDF tem {0:0} páginas; o limite é {1:0}. Envie só as deste caso.", new(20, 100)) { Measures = "Número de páginas" };
    public static readonly Rule Size = new("pdf.size", "O PDF tem {0:0} MB; o limite é {1:0} MB. Diminua-o e envie de novo.", new(40, 40)) { Measures = "Tamanho, em MB", IsCeiling = true };

    public static readonly FactKind PagesOf = new("pdf.pages-of", "Páginas: {0:0}");
}
