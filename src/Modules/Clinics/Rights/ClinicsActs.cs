using Percurso.Kernel.Audit;

namespace Percurso.Clinics.Rights;

/// <summary>What is kept in the audit log of clinics: who was shut out, and by whom.</summary>
static class ClinicsActs
{
    public static readonly AuditAct MemberDismissed = new AuditAct("clinics.member-dismissed", "Desligou alguém de um consultório");
}
