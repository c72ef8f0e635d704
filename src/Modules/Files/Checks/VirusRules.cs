namespace Percurso.Files.Checks;

/// <summary>What a virus scanner can say of a file, where the operator has one.</summary>
static class VirusRules
{
    public static readonly Rule Found = new("virus.found", "O antivírus encontrou uma ameaça neste arquivo. Examine o computador de onde ele veio, exporte o exame de novo e envie.");
    public static readonly Rule TooLarge = new("virus.too-large", "O antivírus não olhou este arquivo até o fim, porque ele é grande demais.");
}
