using Percurso.Kernel.Mail;

namespace Percurso.Accounts.Mail;

/// <summary>Tells a person that a key of theirs was added or removed.</summary>
sealed record PasskeysChangedLetter(string Key, bool IsAdded, string Url) : ILetter
{
    static string ILetter.Name => "accounts.passkeys-changed";

    public static string View => "/Mail/PasskeysChanged.cshtml";
}
