using System.Globalization;

namespace Percurso.Kernel.Mail;

/// <summary>
/// One letter: a record with what it says, and a <c>.cshtml</c> with how. The view sets <c>ViewData["Title"]</c>,
/// which is the subject too and so names no patient, and writes in the language of whoever receives it; the text part is read
/// out of the HTML.
/// </summary>
public interface ILetter
{
    /// <summary>Module and letter, <c>content.message-left</c>, as the delivery log names it.</summary>
    static abstract string Name { get; }

    /// <summary>The path of its view, <c>/Mail/MessageLeft.cshtml</c>.</summary>
    static abstract string View { get; }
}

/// <summary>What a calendar takes out of a letter (RFC 5545, 6047).</summary>
/// <param name="Method"><c>REQUEST</c> or <c>CANCEL</c>, as the text names it too.</param>
/// <param name="Text">The whole file, in lines that end in CRLF.</param>
public sealed record CalendarPart(string Method, string Text);

/// <summary>A letter with something for calendars: it goes as an alternative to the words, which mail programs offer to take over, and as a file.</summary>
public interface ICalendarLetter : ILetter
{
    CalendarPart Calendar { get; }
}

/// <summary>Who receives a letter.</summary>
/// <param name="Address">The e-mail address.</param>
/// <param name="Name">How the person or company is called.</param>
/// <param name="Culture">The language the person reads.</param>
public sealed record Recipient(string Address, string Name, CultureInfo Culture);

/// <summary>
/// Takes letters. The letter is written down with whatever else the caller saves in the same <c>Together</c>, and goes out
/// later: sent at least once, always with the same Message-ID.
/// </summary>
public interface IPost
{
    Task SendAsync<TLetter>(TLetter letter, Recipient to, CancellationToken cancel) where TLetter : ILetter;
}
