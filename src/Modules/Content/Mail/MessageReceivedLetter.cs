using Percurso.Kernel.Mail;

namespace Percurso.Content.Mail;

/// <summary>Tells a visitor that the message has arrived, and what was written.</summary>
sealed record MessageReceivedLetter(string Name, string Text, string Url) : ILetter
{
    static string ILetter.Name => "content.message-received";

    public static string View => "/Mail/MessageReceived.cshtml";
}
