using Percurso.Clinics.Domain;
using Percurso.Kernel.Mail;

namespace Percurso.Clinics.Mail;

/// <summary>Asks somebody to work in a clinic.</summary>
sealed record InvitationLetter(string Clinic, string By, MemberRole Role, DateTime EndsAt, string Url) : ILetter
{
    static string ILetter.Name => "clinics.invitation";

    public static string View => "/Mail/ClinicInvitation.cshtml";
}
