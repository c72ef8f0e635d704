using Percurso.Kernel.Mail;

namespace Percurso.Accounts.Mail;

/// <summary>Tells a new dentist that the company does not let them in, and why.</summary>
sealed record AccountRefusedLetter(string Reason, string Url) : ILetter
{
    static string ILetter.Name => "accounts.account-refused";

    public static string View => "/Mail/AccountRefused.cshtml";
}
