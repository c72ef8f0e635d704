namespace Percurso.Kernel.Audit;

/// <summary>What is done to the ground itself.</summary>
static class KernelActs
{
    public static readonly AuditAct SiteSetUp = new AuditAct("kernel.site-set-up", "Preparou o site");
    public static readonly AuditAct LetterSentAgain = new AuditAct("kernel.letter-sent-again", "Enviou uma carta de novo");
    public static readonly AuditAct FactResumed = new AuditAct("kernel.fact-resumed", "Retomou um fato parado");
    public static readonly AuditAct JobRun = new AuditAct("kernel.job-run", "Mandou fazer uma tarefa");
}
