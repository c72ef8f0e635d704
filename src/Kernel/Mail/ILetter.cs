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
