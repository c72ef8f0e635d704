using Percurso.Kernel.Mail;

namespace Percurso.Accounts.Mail;

/// <summary>The link that opens an account. It repeats nothing of what was typed: anybody can type anybody's address.</summary>
sealed record ConfirmSignUpLetter(string Url) : ILetter
{
    static string ILetter.Name => "accounts.confirm-sign-up";

    public static string View => "/Mail/ConfirmSignUp.cshtml";
}
