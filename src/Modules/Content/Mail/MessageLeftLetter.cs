using Percurso.Kernel.Mail;

namespace Percurso.Content.Mail;

/// <summary>Tells the company that a visitor wrote.</summary>
sealed record MessageLeftLetter(string Name, string Email, string Text, string Url) : ILetter
{
    static string ILetter.Name => "content.message-left";

    public static string View => "/Mail/MessageLeft.cshtml";
}
