using Percurso.Kernel.Mail;

namespace Percurso.Accounts.Mail;

/// <summary>Tells a person that the company has heard that they want their data deleted.</summary>
sealed record DeletionAskedLetter(string Url) : ILetter
{
    static string ILetter.Name => "accounts.deletion-asked";

    public static string View => "/Mail/DeletionAsked.cshtml";
}
