using Percurso.Kernel.Mail;

namespace Percurso.Content.Mail;

/// <summary>Answers a visitor, in the words of whoever answered, with what they had asked beneath.</summary>
sealed record MessageAnsweredLetter(string Name, string Answer, string Asked, string Url) : ILetter
{
    static string ILetter.Name => "content.message-answered";

    public static string View => "/Mail/MessageAnswered.cshtml";
}
