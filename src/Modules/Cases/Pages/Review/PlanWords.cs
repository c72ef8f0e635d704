using Percurso.Cases.Steps.Review;
using Percurso.Kernel.Localization;
using Percurso.Theme.Contracts;

namespace Percurso.Cases.Pages.Review;

/// <summary>How a plan stands, and what happened to it, in a few words.</summary>
static class PlanWords
{
    public static (Kind Kind, string Words) Of(PlanReview plan, bool toCompany, Words T) => plan.State switch
    {
        ReviewState.Approved => (Kind.Ok, T["Versão {0} aprovada", plan.Number]),
        ReviewState.Awaiting => (toCompany ? Kind.Ours : Kind.Yours, toCompany ? plan.OpenedAt is null ? T["Com o dentista, que ainda não abriu"] : T["Com o dentista, que já abriu"] : T["Espera a sua decisão"]),
        ReviewState.InReview when toCompany => (Kind.Yours, T["Espera conferência"]),
        _ when toCompany => (Kind.Yours, plan.Number > 1 ? T["Versão {0} em preparo", plan.Number] : T["Em preparo"]),
        _ => (Kind.Ours, plan.Number > 1 ? T["Estamos preparando a versão {0}", plan.Number] : T["Estamos planejando"]),
    };

    public static string Of(ReviewLine line, Words T) => line.Move switch
    {
        ReviewMove.Submit => T["Versão {0} enviada para conferência", line.OfVersion],
        ReviewMove.Return => T["Versão {0} devolvida a quem planejou", line.OfVersion],
        ReviewMove.Release => T["Versão {0} conferida e liberada ao dentista", line.OfVersion],
        ReviewMove.Recall => T["Versão {0} recolhida antes de ser aberta", line.OfVersion],
        ReviewMove.RequestChanges => T["Mudanças pedidas na versão {0}", line.OfVersion],
        ReviewMove.Approve => T["Versão {0} aprovada", line.OfVersion],
        ReviewMove.Fetch => T["Primeiro arquivo da versão {0} baixado", line.OfVersion],
        _ => T["Aprovação da versão {0} retirada", line.OfVersion],
    };
}
