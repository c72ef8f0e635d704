using Percurso.Kernel.Mail;

namespace Percurso.Accounts.Mail;

/// <summary>Tells somebody that their data were deleted as they had asked; the last letter they get.</summary>
sealed record AccountErasedLetter(string Url) : ILetter
{
    static string ILetter.Name => "accounts.account-erased";

    public static string View => "/Mail/AccountErased.cshtml";
}
