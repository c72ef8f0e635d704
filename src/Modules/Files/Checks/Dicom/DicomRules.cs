namespace Percurso.Files.Checks.Dicom;

/// <summary>What can be wrong with a tomography. Lengths are in millimetres, angles in degrees.</summary>
static class DicomRules
{
    public static readonly Rule Unreadable = new("dicom.unreadable", "Arquivos DICOM que não puderam ser lidos: {0:0}; o limite é {1:0}. Exporte a série inteira de novo e envie.", new(0, 0)) { Measures = "Arquivos DICOM que não abrem" };
    public static readonly Rule NotImages = new("dicom.not-images", "Os arquivos DICOM não trazem imagens. Exporte a série de cortes axiais e envie de novo.");
    public static readonly Rule Modality = new("dicom.modality", "O exame é do tipo {2}; o planejamento precisa de uma tomografia (CT).");
    public static readonly Rule NoPosition = new("dicom.no-position", "Imagens que não dizem onde ficam no paciente: {0:0}. Exporte a série de cortes axiais em DICOM, sem reformatar.");
    public static readonly Rule Slices = new("dicom.slices", "Cortes na série: {0:0}; o planejamento precisa de pelo menos {1:0}.", new(120, 60)) { Measures = "Cortes na série" };
    public static readonly Rule Missing = new("dicom.missing", "Cortes que faltam no meio da série: {0:0}; o limite é {1:0}. Exporte a série inteira de novo e envie.", new(0, 0)) { Measures = "Cortes que faltam no meio" };
    public static readonly Rule Doubled = new("dicom.doubled", "Cortes no mesmo lugar de outro: {0:0}; o limite é {1:0}. Exporte uma só série e envie de novo.", new(0, 4)) { Measures = "Cortes repetidos" };
    public static readonly Rule Uneven = new("dicom.uneven", "A distância entre os cortes varia {0:0.##} mm; o limite é {1:0.##} mm. Exporte a série original, sem reformatar.", new(0.05, 0.3)) { Measures = "Variação da distância entre cortes, em mm" };
    public static readonly Rule Spacing = new("dicom.spacing", "Os cortes estão a {0:0.##} mm um do outro; o limite é {1:0.##} mm. Peça a reconstrução mais fina, de 0,3 mm ou menos.", new(0.5, 1)) { Measures = "Distância entre cortes, em mm" };
    public static readonly Rule Thickness = new("dicom.thickness", "Cada corte tem {0:0.##} mm de espessura; o limite é {1:0.##} mm. Peça a reconstrução mais fina, de 0,3 mm ou menos.", new(0.7, 1.1)) { Measures = "Espessura de cada corte, em mm" };
    public static readonly Rule PixelSize = new("dicom.pixel-size", "Cada ponto da imagem tem {0:0.##} mm; o limite é {1:0.##} mm. Peça um campo de visão menor ou a matriz inteira.", new(0.5, 0.8)) { Measures = "Tamanho do ponto da imagem, em mm" };
    public static readonly Rule Tilt = new("dicom.tilt", "O aparelho estava inclinado {0:0.#}°; o limite é {1:0.#}°. O exame precisa ser feito de novo sem inclinação.", new(0.2, 1)) { Measures = "Inclinação do aparelho, em graus" };
    public static readonly Rule Orientation = new("dicom.orientation", "Os cortes estão a {0:0.#}° do eixo do paciente; o limite é {1:0.#}°. Exporte os cortes axiais originais.", new(5, 30)) { Measures = "Desvio do eixo do paciente, em graus" };
    public static readonly Rule Bits = new("dicom.bits", "Cada ponto tem {0:0} bits; o planejamento precisa de pelo menos {1:0}. Exporte a série original em DICOM, sem converter.", new(12, 10)) { Measures = "Bits de cada ponto" };
    public static readonly Rule Field = new("dicom.field", "O exame mostra só {0:0.#} mm no lado menor; o planejamento precisa de pelo menos {1:0} mm.", new(45, 30)) { Measures = "Menor lado do campo de visão, em mm" };
    public static readonly Rule Lossy = new("dicom.lossy", "As imagens foram comprimidas com perda, de {0:0.#} para 1; o limite é {1:0.#}. Exporte a série sem compressão.", new(0, 8)) { Measures = "Compressão com perda, quantas vezes menor" };
    public static readonly Rule TwoPatients = new("dicom.two-patients", "Há exames de {0:0} pacientes no mesmo envio. Envie só o do paciente deste caso.");
    public static readonly Rule OtherName = new("dicom.other-name", "O exame está em nome de “{2}”, que não é o paciente deste caso. Confira se é o arquivo certo.") { IsPersonal = true };
    public static readonly Rule NameDiffers = new("dicom.name-differs", "O exame está em nome de “{2}”, um pouco diferente do paciente deste caso. Confira se é a mesma pessoa.") { IsPersonal = true };
    public static readonly Rule NoName = new("dicom.no-name", "O exame não diz de quem é. Confira se é do paciente deste caso.");
    public static readonly Rule BirthDate = new("dicom.birth-date", "O exame traz outra data de nascimento: {2}. Confira se é o arquivo certo.") { IsPersonal = true };
    public static readonly Rule NoPreview = new("dicom.no-preview", "As imagens estão comprimidas dentro do DICOM, por isso não mostramos a prévia. O planejamento as abre.");

    public static readonly FactKind Series = new("dicom.series", "{0:0} cortes de {1:0} × {2:0} pontos");
    public static readonly FactKind Voxel = new("dicom.voxel", "{0:0.###} × {1:0.###} mm, a cada {2:0.###} mm");
    public static readonly FactKind FieldOfView = new("dicom.field-of-view", "Campo de visão de {0:0} × {1:0} × {2:0} mm");
    public static readonly FactKind OtherSeries = new("dicom.other-series", "Outras séries no envio: {0:0}, com imagens: {1:0}; vale a maior tomografia");
}
