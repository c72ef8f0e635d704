namespace Percurso.Files.Checks;

/// <summary>What can be wrong before a file's sort is looked into.</summary>
static class FileRules
{
    public static readonly Rule Empty = new("file.empty", "O arquivo está vazio. Exporte-o de novo e envie outra vez.");
    public static readonly Rule Program = new("file.program", "Isto é por dentro um programa, não um exame nem uma imagem. Envie só o arquivo pedido.");
    public static readonly Rule TwoFaced = new("file.two-faced", "O arquivo é de um tipo por fora e de outro por dentro. Exporte-o de novo do programa de origem e envie.");
    public static readonly Rule Unknown = new("file.unknown", "Não reconhecemos o conteúdo deste arquivo. Exporte-o no tipo que o item pede e envie de novo.");
    public static readonly Rule OtherArchive = new("file.other-archive", "Este tipo de arquivo compactado não abrimos. Compacte a pasta como ZIP e envie de novo.");
    public static readonly Rule IsTomography = new("file.is-tomography", "Isto é uma tomografia (DICOM). Envie-a no item da tomografia.");
    public static readonly Rule IsScan = new("file.is-scan", "Isto é um escaneamento (malha 3D). Envie-o no item do escaneamento.");
    public static readonly Rule IsPhotograph = new("file.is-photograph", "Isto é uma fotografia. Envie-a no item da fotografia.");
    public static readonly Rule IsDocument = new("file.is-document", "Isto é um PDF. Envie-o no item da ficha.");
    public static readonly Rule ThreeShape = new("file.3shape", "Isto é uma malha da 3Shape (.dcm), que só os programas dela abrem; não é uma tomografia. No programa do scanner, exporte como STL e envie o STL.");

    public static Rule Belongs(FileSort found) => found switch
    {
        FileSort.Tomography => IsTomography,
        FileSort.Scan => IsScan,
        FileSort.Photograph => IsPhotograph,
        _ => IsDocument,
    };
}
