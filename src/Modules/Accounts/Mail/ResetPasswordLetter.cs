using Percurso.Kernel.Mail;

namespace Percurso.Accounts.Mail;

/// <summary>The link that leads to a new password.</summary>
sealed record ResetPasswordLetter(string Url) : ILetter
{
    static string ILetter.Name => "accounts.reset-password";

    public static string View => "/Mail/ResetPassword.cshtml";
}
