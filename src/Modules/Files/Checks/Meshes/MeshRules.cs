namespace Percurso.Files.Checks.Meshes;

/// <summary>What can be wrong with a mesh of jaw and teeth. Shares are in percent, lengths in millimetres.</summary>
static class MeshRules
{
    public static readonly Rule Unreadable = new("mesh.unreadable", "Não conseguimos ler a malha. Exporte-a de novo como STL e envie outra vez.");
    public static readonly Rule Cut = new("mesh.cut", "O arquivo acaba no meio: triângulos anunciados: {1:N0}; lidos: {0:N0}. Exporte-o de novo e envie outra vez.");
    public static readonly Rule Count = new("mesh.count", "Triângulos anunciados no arquivo: {1:N0}; lidos: {0:N0}. Confira se é o escaneamento inteiro.");
    public static readonly Rule ManyMeshes = new("mesh.many-meshes", "O ZIP traz {0:0} malhas; o limite é {1:0}. Envie só as deste paciente.");
    public static readonly Rule Empty = new("mesh.empty", "A malha não tem nenhum triângulo. Exporte o escaneamento de novo e envie outra vez.");
    public static readonly Rule Few = new("mesh.few", "Triângulos na malha: {0:N0}; um escaneamento tem pelo menos {1:N0}. Exporte-o com a resolução inteira.", new(5_000, 500)) { Measures = "Triângulos, no mínimo" };
    public static readonly Rule Many = new("mesh.many", "A malha tem {0:N0} triângulos; o limite é {1:N0}. Exporte-a com menos resolução.", new(4_000_000, 8_000_000)) { Measures = "Triângulos, no máximo", IsCeiling = true };
    public static readonly Rule Numbers = new("mesh.numbers", "Triângulos com coordenadas que não são números: {0:N0}; o limite é {1:N0}. Exporte a malha de novo.", new(0, 100)) { Measures = "Triângulos com coordenadas que não são números" };
    public static readonly Rule Indices = new("mesh.indices", "Triângulos que apontam para vértices que não existem: {0:N0}; o limite é {1:N0}. Exporte a malha de novo.", new(0, 0)) { Measures = "Triângulos que apontam para vértices que não existem" };
    public static readonly Rule Degenerate = new("mesh.degenerate", "{0:0.#}% dos triângulos não têm área; o limite é {1:0.#}%. Exporte a malha de novo, sem simplificar.", new(1, 20)) { Measures = "Triângulos sem área, em %" };
    public static readonly Rule Doubled = new("mesh.doubled", "{0:0.#}% dos triângulos estão repetidos; o limite é {1:0.#}%. Exporte a malha de novo.", new(1, 60)) { Measures = "Triângulos repetidos, em %" };
    public static readonly Rule Small = new("mesh.small", "A malha mede {0:0.##} mm no lado maior; uma arcada mede pelo menos {1:0} mm. Confira se é o arquivo certo e se a unidade é o milímetro.", new(25, 12)) { Measures = "Lado maior no mínimo, em mm" };
    public static readonly Rule Large = new("mesh.large", "A malha mede {0:0} mm no lado maior; uma arcada mede até {1:0} mm. Confira se é o arquivo certo e se a unidade é o milímetro.", new(150, 300)) { Measures = "Lado maior no máximo, em mm" };
    public static readonly Rule Inches = new("mesh.inches", "A malha mede {0:0.##} no lado maior: parece estar em polegadas. Nós a leremos assim, com {1:0.#} mm; se não for, exporte-a em milímetros.");
    public static readonly Rule Metres = new("mesh.metres", "A malha mede {0:0.###} no lado maior: parece estar em metros. Nós a leremos assim, com {1:0.#} mm; se não for, exporte-a em milímetros.");
    public static readonly Rule Micrometres = new("mesh.micrometres", "A malha mede {0:0} no lado maior: parece estar em micrômetros. Nós a leremos assim, com {1:0.#} mm; se não for, exporte-a em milímetros.");
    public static readonly Rule Far = new("mesh.far", "A malha está a {0:N0} mm da origem, onde as medidas perdem precisão; o limite é {1:N0} mm. Exporte-a sem deslocamento.", new(2_000, 100_000)) { Measures = "Distância da origem, em mm" };
    public static readonly Rule Open = new("mesh.open", "{0:0.#}% das arestas estão abertas; num escaneamento inteiro são até {1:0.#}%. Confira se há buracos.", new(4, 40)) { Measures = "Arestas abertas, em %" };
    public static readonly Rule NonManifold = new("mesh.non-manifold", "{0:0.##}% das arestas têm mais de dois triângulos; o limite é {1:0.##}%. Exporte a malha de novo, sem sobreposições.", new(0.5, 10)) { Measures = "Arestas com mais de dois triângulos, em %" };
    public static readonly Rule Flipped = new("mesh.flipped", "{0:0.#}% das arestas ligam triângulos virados um contra o outro; o limite é {1:0.#}%. Exporte a malha de novo.", new(0.5, 25)) { Measures = "Arestas entre triângulos virados um contra o outro, em %" };
    public static readonly Rule InsideOut = new("mesh.inside-out", "A malha está do avesso em {0:0}% dos triângulos; o limite é {1:0}%. Exporte-a de novo; se nada mudar, nós a viramos.", new(50, double.PositiveInfinity)) { Measures = "Triângulos do avesso, em %" };
    public static readonly Rule Pieces = new("mesh.pieces", "Pedaços soltos na malha: {0:N0}; o limite é {1:N0}. Apague o que sobrou em volta da arcada e exporte de novo.", new(50, 2_000)) { Measures = "Pedaços soltos" };

    public static readonly FactKind Triangles = new("mesh.triangles", "Triângulos: {0:N0}; vértices: {1:N0}");
    public static readonly FactKind Size = new("mesh.size", "{0:0.#} × {1:0.#} × {2:0.#} mm");
    public static readonly FactKind OpenEdges = new("mesh.open-edges", "Arestas abertas: {0:N0}");
    public static readonly FactKind PiecesOf = new("mesh.pieces-of", "Pedaços: {0:N0}");
}
