using Percurso.Kernel.Mail;

namespace Percurso.Cases.Mail;

/// <summary>To the dentist's side, always: the box is with the carrier.</summary>
/// <param name="Case">Which case, and the page on which its receipt is confirmed.</param>
/// <param name="Carrier">Who carries it.</param>
/// <param name="Tracking">The carrier's code; null where there is none.</param>
/// <param name="To">Where it goes, a line each.</param>
sealed record GuidesSentLetter(LetterCase Case, string Carrier, string? Tracking, IReadOnlyList<string> To) : ILetter
{
    static string ILetter.Name => "cases.guides-sent";

    static string ILetter.View => "/Mail/GuidesSent.cshtml";
}

/// <summary>To all who print, always: there is a new order.</summary>
sealed record GuidesOrderedLetter(LetterCase Case, DateOnly? DueOn, bool IsRemake) : ILetter
{
    static string ILetter.Name => "cases.guides-ordered";

    static string ILetter.View => "/Mail/GuidesOrdered.cshtml";
}
