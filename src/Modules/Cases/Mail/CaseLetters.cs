using Percurso.Cases.Contracts;
using Percurso.Cases.Domain;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Mail;

namespace Percurso.Cases.Mail;

/// <summary>A case as letters name it: by number and nickname, never by the patient.</summary>
sealed record LetterCase(string Number, string? Nickname, string Url)
{
    public string Name => Nickname is null ? Number : $"{Number} “{Nickname}”";
}

/// <summary>To the dentist's side: what was done, what comes next, by when.</summary>
/// <param name="Case">Which case, and where the button leads.</param>
/// <param name="Done">The step that was done last; null at the beginning.</param>
/// <param name="Step">The step where it is their turn.</param>
/// <param name="By">The promised day, or the latest; null without either.</param>
sealed record YourTurnLetter(LetterCase Case, LocalText? Done, PathwayStep Step, DateOnly? By) : ILetter
{
    static string ILetter.Name => "cases.your-turn";

    public static string View => "/Mail/YourTurn.cshtml";
}

/// <summary>To the dentist's side: a step is done, and the company goes on.</summary>
sealed record StepDoneLetter(LetterCase Case, LocalText Done, PathwayStep? Step, DateOnly? By) : ILetter
{
    static string ILetter.Name => "cases.step-done";

    public static string View => "/Mail/StepDone.cshtml";
}

/// <summary>To whoever plans, or could: the company's turn has come.</summary>
sealed record CompanysTurnLetter(LetterCase Case, string Clinic, LocalText Step, bool Answered) : ILetter
{
    static string ILetter.Name => "cases.companys-turn";

    public static string View => "/Mail/CompanysTurn.cshtml";
}

/// <summary>To the dentist's side, always: work has stopped, and why.</summary>
sealed record HeldLetter(LetterCase Case, string Reason) : ILetter
{
    static string ILetter.Name => "cases.held";

    public static string View => "/Mail/Held.cshtml";
}

/// <summary>To both sides, always.</summary>
sealed record CancelledLetter(LetterCase Case, string Reason, CancelOutcome Outcome, bool ByCompany) : ILetter
{
    static string ILetter.Name => "cases.cancelled";

    public static string View => "/Mail/Cancelled.cshtml";
}

/// <summary>To both sides, always: the surgery will come before the guide.</summary>
sealed record AtRiskLetter(LetterCase Case, DateOnly SurgeryOn, DateOnly ReadyOn) : ILetter
{
    static string ILetter.Name => "cases.at-risk";

    public static string View => "/Mail/AtRisk.cshtml";
}

/// <summary>There is a message; what it says stays on the site.</summary>
sealed record MessageWaitsLetter(LetterCase Case, bool ByCompany, bool ToConfirm) : ILetter
{
    static string ILetter.Name => "cases.message-waits";

    public static string View => "/Mail/MessageWaits.cshtml";
}

/// <summary>To whoever has had the turn for days.</summary>
sealed record ReminderLetter(LetterCase Case, LocalText Step, int Days, bool ToCompany) : ILetter
{
    static string ILetter.Name => "cases.reminder";

    public static string View => "/Mail/Reminder.cshtml";
}

/// <summary>What was gathered for somebody who wants one letter a day.</summary>
sealed record DigestLetter(IReadOnlyList<(LetterCase Case, News News)> Lines, string Url) : ILetter
{
    static string ILetter.Name => "cases.digest";

    public static string View => "/Mail/Digest.cshtml";
}
