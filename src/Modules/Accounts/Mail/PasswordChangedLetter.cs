using Percurso.Kernel.Mail;

namespace Percurso.Accounts.Mail;

/// <summary>Tells a person that their password is another now.</summary>
sealed record PasswordChangedLetter(string Url) : ILetter
{
    static string ILetter.Name => "accounts.password-changed";

    public static string View => "/Mail/PasswordChanged.cshtml";
}
