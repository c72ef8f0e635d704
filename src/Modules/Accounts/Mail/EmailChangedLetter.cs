using Percurso.Kernel.Mail;

namespace Percurso.Accounts.Mail;

/// <summary>Tells the old address that it is no longer the account's.</summary>
sealed record EmailChangedLetter(string Url) : ILetter
{
    static string ILetter.Name => "accounts.email-changed";

    public static string View => "/Mail/EmailChanged.cshtml";
}
