using Percurso.Kernel.Mail;

namespace Percurso.Cases.Mail;

/// <summary>What happened to a time that was booked.</summary>
enum MeetingNews { Booked, Moved, Cancelled, Placed }

/// <summary>To both sides, always: a meeting stands, is at another time or place, or is off.</summary>
/// <param name="Case">Which case.</param>
/// <param name="What">What happened.</param>
/// <param name="StartsAt">UTC.</param>
/// <param name="Place">The address of another service's room; null for our own.</param>
/// <param name="Calendar">The same for calendars.</param>
sealed record MeetingLetter(LetterCase Case, MeetingNews What, DateTime StartsAt, string? Place, CalendarPart Calendar) : ICalendarLetter
{
    static string ILetter.Name => "cases.meeting";

    static string ILetter.View => "/Mail/Meeting.cshtml";
}

/// <summary>To the dentist's side, always: the company proposes times. UTC.</summary>
sealed record MeetingProposedLetter(LetterCase Case, IReadOnlyList<DateTime> Times) : ILetter
{
    static string ILetter.Name => "cases.meeting-proposed";

    static string ILetter.View => "/Mail/MeetingProposed.cshtml";
}

/// <summary>To both sides, always: the dentist goes on without a meeting, or wants one after all.</summary>
sealed record MeetingWaivedLetter(LetterCase Case, bool IsTakenBack) : ILetter
{
    static string ILetter.Name => "cases.meeting-waived";

    static string ILetter.View => "/Mail/MeetingWaived.cshtml";
}

/// <summary>To both sides, always: a meeting is near.</summary>
/// <param name="Case">Which case.</param>
/// <param name="StartsAt">UTC.</param>
/// <param name="Place">The address of another service's room; null for our own.</param>
/// <param name="Hours">How many hours before: 24 or 1.</param>
sealed record MeetingSoonLetter(LetterCase Case, DateTime StartsAt, string? Place, int Hours) : ILetter
{
    static string ILetter.Name => "cases.meeting-soon";

    static string ILetter.View => "/Mail/MeetingSoon.cshtml";
}
