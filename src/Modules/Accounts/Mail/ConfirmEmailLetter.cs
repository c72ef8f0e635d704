using Percurso.Kernel.Mail;

namespace Percurso.Accounts.Mail;

/// <summary>The link by which a new address proves that it is the person's.</summary>
sealed record ConfirmEmailLetter(string Url) : ILetter
{
    static string ILetter.Name => "accounts.confirm-email";

    public static string View => "/Mail/ConfirmEmail.cshtml";
}
