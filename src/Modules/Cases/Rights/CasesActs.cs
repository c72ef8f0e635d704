using Percurso.Kernel.Audit;

namespace Percurso.Cases.Rights;

/// <summary>What is kept in the audit log of pathways and dates.</summary>
static class CasesActs
{
    public static readonly AuditAct PathwayChanged = new AuditAct("cases.pathway-changed", "Mudou o percurso dos casos");
    public static readonly AuditAct DaysChanged = new AuditAct("cases.days-changed", "Mudou os prazos dos passos");
    public static readonly AuditAct ReviewChanged = new AuditAct("cases.review-changed", "Mudou a conferência dos planejamentos");
    public static readonly AuditAct StatementChanged = new AuditAct("cases.statement-changed", "Mudou uma declaração que dentistas assinam");
    public static readonly AuditAct ClosedDaysChanged = new AuditAct("cases.closed-days-changed", "Mudou os dias sem expediente");
}
