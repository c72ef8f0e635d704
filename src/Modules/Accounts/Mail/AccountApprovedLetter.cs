using Percurso.Kernel.Mail;

namespace Percurso.Accounts.Mail;

/// <summary>Tells a new dentist that the company has let them in.</summary>
sealed record AccountApprovedLetter(string Url) : ILetter
{
    static string ILetter.Name => "accounts.account-approved";

    public static string View => "/Mail/AccountApproved.cshtml";
}
