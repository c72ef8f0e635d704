using Percurso.Kernel.Mail;

namespace Percurso.Accounts.Mail;

/// <summary>Asks somebody to join the staff.</summary>
sealed record InvitationLetter(string Name, string By, DateTime EndsAt, string Url) : ILetter
{
    static string ILetter.Name => "accounts.invitation";

    public static string View => "/Mail/Invitation.cshtml";
}
