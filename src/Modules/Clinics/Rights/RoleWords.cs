using Percurso.Clinics.Domain;
using Percurso.Kernel.Localization;

namespace Percurso.Clinics.Rights;

static class RoleWords
{
    /// <summary>How the reader's language calls a member.</summary>
    public static string In(this MemberRole role, Words T) => role == MemberRole.Dentist ? T["Dentista"].Value : T["Assistente"].Value;
}
