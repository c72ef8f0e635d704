using Percurso.Kernel.Mail;

namespace Percurso.Accounts.Mail;

/// <summary>Somebody signed up, or moved, to an address that has an account already. Only its owner learns of it.</summary>
sealed record AccountExistsLetter(string Url) : ILetter
{
    static string ILetter.Name => "accounts.account-exists";

    public static string View => "/Mail/AccountExists.cshtml";
}
