using Percurso.Kernel.Mail;

namespace Percurso.Content.Mail;

/// <summary>
/// Tells a visitor that the message has arrived. It repeats nothing of what was typed: anybody can type anybody's address,
/// and our letter must not carry a stranger's words there.
/// </summary>
sealed record MessageReceivedLetter(string Url) : ILetter
{
    static string ILetter.Name => "content.message-received";

    public static string View => "/Mail/MessageReceived.cshtml";
}
