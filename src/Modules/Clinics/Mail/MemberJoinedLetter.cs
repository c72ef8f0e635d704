using Percurso.Clinics.Domain;
using Percurso.Kernel.Mail;

namespace Percurso.Clinics.Mail;

/// <summary>Tells a clinic's dentists who works with them from now on.</summary>
sealed record MemberJoinedLetter(string Clinic, string Person, string Email, MemberRole Role, string Url) : ILetter
{
    static string ILetter.Name => "clinics.member-joined";

    public static string View => "/Mail/MemberJoined.cshtml";
}
