using Percurso.Cases.Domain;
using Percurso.Kernel.Localization;

namespace Percurso.Cases.Pages.Cases;

static class EventWords
{
    /// <summary>What happened, as the timeline says it.</summary>
    public static string Of(CaseEvent one, CaseFrame frame, Words T)
    {
        var step = one.Step is { } key ? frame.TitleOf(key) : "";
        return one.What switch
        {
            Happening.Opened => one.Who == Party.Company ? T["Caso aberto pela empresa em nome do dentista"] : T["Caso aberto"],
            Happening.Prescribed => T["O pedido mudou"],
            Happening.Named => T["O apelido mudou"],
            Happening.Assigned => one.To is null ? T["Ninguém mais está designado para planejar"] : T["Designado quem vai planejar"],
            Happening.StepUnlocked => T["{0}: o passo abriu", step],
            Happening.StepLocked => T["{0}: o passo fechou de novo", step],
            Happening.TurnPassed => one.To == nameof(Contracts.Turn.Dentist) ? T["{0}: agora é a vez do dentista", step] : T["{0}: agora é a vez da empresa", step],
            Happening.StepDone => T["{0}: pronto", step],
            Happening.StepReopened => T["{0}: aberto de novo", step],
            Happening.Held => T["A empresa pôs o caso em espera"],
            Happening.Answered => T["O dentista respondeu à espera"],
            Happening.Released => T["O caso voltou a andar"],
            Happening.Paused => T["O dentista pausou o caso"],
            Happening.Resumed => T["A pausa terminou"],
            Happening.Cancelled => one.Who == Party.Company ? T["A empresa cancelou o caso"] : T["O dentista cancelou o caso"],
            Happening.Finished => T["Todos os passos estão prontos"],
            Happening.Reopened => T["O caso foi retomado"],
            Happening.DateMoved => step.Length == 0
                ? T["O dia em que tudo fica pronto passou de {0} para {1}", Day(one.From), Day(one.To)]
                : T["{0}: o prometido passou de {1} para {2}", step, Day(one.From), Day(one.To)],
            Happening.MessageSent => one.Who == Party.Company ? T["A empresa escreveu uma mensagem"] : T["O dentista escreveu uma mensagem"],
            Happening.Replanned => T["Um caso novo refaz este: {0}", one.To ?? ""],
            Happening.Filed => T["A empresa registrou o que foi dito em outro lugar"],
            _ => T["O dentista confirmou o registro"],
        };
    }

    /// <summary>What a person wrote with it; of a date that moved, why.</summary>
    public static string? More(CaseEvent one, CaseFrame frame, Words T)
    {
        if (one.What != Happening.DateMoved) return one.Words;

        return Enum.TryParse<Happening>(one.Words, out var cause)
            ? T["Porque: {0}", Of(new() { CaseId = one.CaseId, At = one.At, Number = 0, Who = one.Who, What = cause, Step = one.Step ?? frame.Case.StepKey }, frame, T)]
            : T["Porque o tempo passou."];
    }

    static string Day(string? stored) => DateOnly.TryParseExact(stored, "yyyy-MM-dd", out var day) ? day.Short() : "";
}
