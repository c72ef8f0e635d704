namespace Percurso.Files.Checks.Photos;

/// <summary>What can be wrong with a photograph.</summary>
static class PhotoRules
{
    public static readonly Rule Heic = new("photo.heic", "A foto está em HEIC, o formato do iPhone, que nem todo computador abre. Envie-a pelo celular, que a converte, ou exporte-a como JPEG.");
    public static readonly Rule Damaged = new("photo.damaged", "A foto chegou pela metade ou está danificada. Envie-a de novo.");
    public static readonly Rule Small = new("photo.small", "A foto tem {0:0} pontos no lado menor; o planejamento precisa de pelo menos {1:0}. Envie a original, sem passar por aplicativos de mensagem.", new(900, 480)) { Measures = "Pontos no lado menor" };
    public static readonly Rule Large = new("photo.large", "A foto tem {0:0} milhões de pontos; o limite é {1:0}. Diminua-a e envie de novo.", new(100, 100)) { Measures = "Milhões de pontos", IsCeiling = true };
    public static readonly Rule Dark = new("photo.dark", "A foto está escura: brilho {0:0} de 255; o limite é {1:0}. Tire-a de novo com mais luz.", new(50, 20)) { Measures = "Brilho, de 0 a 255" };
    public static readonly Rule Blurred = new("photo.blurred", "A foto está sem foco: nitidez {0:0.#}; o limite é {1:0.#}. Tire-a de novo com a câmera parada.", new(24, 8)) { Measures = "Nitidez" };

    public static readonly FactKind Size = new("photo.size", "{0:0} × {1:0} pontos");
}
