using Percurso.Kernel.Mail;

namespace Percurso.Clinics.Mail;

/// <summary>Tells somebody that they no longer work in a clinic.</summary>
sealed record DismissedLetter(string Clinic, string Url) : ILetter
{
    static string ILetter.Name => "clinics.dismissed";

    public static string View => "/Mail/Dismissed.cshtml";
}
