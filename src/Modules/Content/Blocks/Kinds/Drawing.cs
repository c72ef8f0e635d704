using Percurso.Content.Contracts;

namespace Percurso.Content.Blocks.Kinds;

/// <summary>One of the theme's drawings.</summary>
enum Drawing
{
    [Field("Nenhum")] None,
    [Field("Caminho")] Hero,
    [Field("Arcada")] Jaw,
    [Field("Guia")] Guide,
    [Field("Tomografia")] Scan,
    [Field("Caixa")] Box,
    [Field("Câmera")] Camera,
    [Field("Chamada")] Call,
    [Field("Plano na tela")] Plan,
    [Field("Equipe")] Team,
    [Field("Escudo")] Shield,
    [Field("Impressora")] Printer,
}
