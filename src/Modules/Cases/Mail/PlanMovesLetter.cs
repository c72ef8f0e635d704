using Percurso.Kernel.Localization;
using Percurso.Kernel.Mail;

namespace Percurso.Cases.Mail;

/// <summary>Within the company, always: a version waits to be released, or came back to whoever made it.</summary>
/// <param name="Case">Which case.</param>
/// <param name="Step">The step's title.</param>
/// <param name="IsBack">It came back.</param>
sealed record PlanMovesLetter(LetterCase Case, LocalText Step, bool IsBack) : ILetter
{
    static string ILetter.Name => "cases.plan-moves";

    public static string View => "/Mail/PlanMoves.cshtml";
}
