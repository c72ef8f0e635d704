using Percurso.Kernel.Mail;

namespace Percurso.Administration.Mail;

/// <summary>Shows an administrator that letters arrive.</summary>
sealed record TrialLetter(string Url) : ILetter
{
    static string ILetter.Name => "administration.trial";

    public static string View => "/Mail/Trial.cshtml";
}
