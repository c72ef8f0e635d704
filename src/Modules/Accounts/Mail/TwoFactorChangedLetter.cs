using Percurso.Kernel.Mail;

namespace Percurso.Accounts.Mail;

/// <summary>Tells a person that the second step of their sign-in was turned on or off.</summary>
sealed record TwoFactorChangedLetter(bool IsOn, string Url) : ILetter
{
    static string ILetter.Name => "accounts.two-factor-changed";

    public static string View => "/Mail/TwoFactorChanged.cshtml";
}
