using Percurso.Cases.Contracts;
using Percurso.Cases.Domain;
using Percurso.Cases.Spine;
using Percurso.Kernel.Localization;
using Percurso.Theme.Contracts;

namespace Percurso.Cases.Pages.Cases;

/// <summary>How a case in a list stands, in the reader's words.</summary>
static class LineWords
{
    public static (Kind Kind, string Words) Of(CaseLine line, Pathway? pathway, bool byCompany, Walk walk, Words T)
    {
        var step = pathway?.Steps.FirstOrDefault(one => one.Key == line.StepKey);
        var title = step?.Title.ToString() ?? line.StepKey;
        return line.State switch
        {
            CaseState.Cancelled => (Kind.Info, T["Cancelado"]),
            CaseState.Finished => (Kind.Ok, T["Concluído"]),
            CaseState.Paused => (Kind.Hold, T["Em pausa, em {0}", title]),
            CaseState.OnHold => (byCompany ? Kind.Hold : Kind.Yours, byCompany ? T["Em espera do dentista, em {0}", title] : T["Em espera: precisamos de você"]),
            CaseState.Answered => (byCompany ? Kind.Yours : Kind.Hold, byCompany ? T["O dentista respondeu à espera"] : T["Em espera: estamos vendo sua resposta"]),
            _ when byCompany => (line.Turn == Turn.Company ? Kind.Yours : Kind.Ours, title),
            _ when line.Turn == Turn.Dentist => (Kind.Yours, step is not null && walk.KindOf(step.Kind) is { } kind ? kind.Sentence(Turn.Dentist, T) : title),
            _ => (Kind.Ours, T["Com a gente: {0}", title]),
        };
    }
}
