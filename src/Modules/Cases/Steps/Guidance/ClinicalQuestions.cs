namespace Percurso.Cases.Steps.Guidance;

enum AnswerKind { Line, Lines, Choice, Ticks }

/// <summary>One question of the clinical sheet.</summary>
/// <param name="Key">Stored, so never renamed.</param>
/// <param name="Label">In Portuguese; a key of the translations, like its choices.</param>
/// <param name="Kind">How it is answered.</param>
/// <param name="Choices">To choose one of, or to tick any of.</param>
sealed record ClinicalQuestion(string Key, string Label, AnswerKind Kind, params string[] Choices)
{
    public const int Longest = 2000;
}

/// <summary>Questions that stand together.</summary>
sealed record ClinicalSection(string Title, params ClinicalQuestion[] Questions);

/// <summary>The clinical information sheet: what a planner needs to know that no scan shows. Sources in docs/spec/guidance.md.</summary>
static class ClinicalQuestions
{
    public static readonly IReadOnlyList<ClinicalSection> Sections =
    [
        new(Say("Saúde geral"),
            new("allergies", Say("Alergias"), AnswerKind.Lines),
            new("conditions", Say("Condições que pesam na cirurgia"), AnswerKind.Ticks,
                Say("diabetes"), Say("hipertensão"), Say("cardiopatia"), Say("anticoagulante ou antiagregante"), Say("bisfosfonato ou outro antirreabsortivo"),
                Say("radioterapia na região"), Say("imunossupressão"), Say("tabagismo"), Say("gravidez")),
            new("conditions-more", Say("Outras condições e exames recentes"), AnswerKind.Lines),
            new("medicines", Say("Medicamentos em uso"), AnswerKind.Lines)),
        new(Say("Boca"),
            new("mouth-opening", Say("Abertura de boca entre incisivos, em mm"), AnswerKind.Line),
            new("edentulous-since", Say("Sem os dentes da região desde"), AnswerKind.Line),
            new("extractions", Say("Extrações ou enxertos na região, com data"), AnswerKind.Lines),
            new("gum", Say("Gengiva da região"), AnswerKind.Choice, Say("fina"), Say("média"), Say("espessa")),
            new("keratinised", Say("Faixa de gengiva ceratinizada, em mm"), AnswerKind.Line),
            new("smile-line", Say("Linha do sorriso"), AnswerKind.Choice, Say("baixa"), Say("média"), Say("alta")),
            new("bruxism", Say("Bruxismo ou apertamento"), AnswerKind.Choice, Say("não"), Say("sim, com placa"), Say("sim, sem placa")),
            new("mobility", Say("Dentes com mobilidade, que podem não apoiar o guia"), AnswerKind.Line),
            new("opposing", Say("Arco antagonista"), AnswerKind.Choice, Say("dentes naturais"), Say("prótese fixa"), Say("prótese removível"), Say("sem dentes"))),
        new(Say("O que você quer"),
            new("prosthesis", Say("Prótese planejada"), AnswerKind.Choice,
                Say("unitária parafusada"), Say("unitária cimentada"), Say("fixa sobre vários implantes"), Say("protocolo"), Say("overdenture")),
            new("loading", Say("Carga"), AnswerKind.Choice, Say("imediata"), Say("precoce"), Say("convencional"), Say("a decidir na cirurgia")),
            new("flap", Say("Acesso"), AnswerKind.Choice, Say("sem retalho"), Say("com retalho"), Say("a decidir")),
            new("grafts", Say("Enxerto previsto junto"), AnswerKind.Line),
            new("avoid", Say("O que evitar ou preservar"), AnswerKind.Lines)),
    ];

    public static IEnumerable<ClinicalQuestion> All => Sections.SelectMany(section => section.Questions);

    static string Say(string words) => words;
}
