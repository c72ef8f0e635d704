using Percurso.Files.Quarantine;
using Percurso.Kernel.Localization;
using Percurso.Theme.Contracts;

namespace Percurso.Files.Pages.Quarantine;

/// <summary>How a file that was set apart stands, in a few words.</summary>
static class OutcomeWords
{
    public static (Kind Kind, string Words) Of(Outcome? outcome, Words T) => outcome switch
    {
        Outcome.Destroyed => (Kind.Locked, T["Destruído"]),
        Outcome.Moved => (Kind.Ok, T["Levado ao caso certo"]),
        _ => (Kind.Yours, T["Espera uma decisão"]),
    };
}
