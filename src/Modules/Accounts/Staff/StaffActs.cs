using Percurso.Kernel.Audit;

namespace Percurso.Accounts.Staff;

/// <summary>What administrators do about people, as the log of acts names it.</summary>
static class StaffActs
{
    public static readonly AuditAct Invited = new AuditAct("accounts.invited", "Convidou alguém para a equipe");
    public static readonly AuditAct Withdrawn = new AuditAct("accounts.invitation-withdrawn", "Retirou um convite");
    public static readonly AuditAct RolesGiven = new AuditAct("accounts.roles-given", "Mudou os papéis de alguém");
    public static readonly AuditAct RoleMade = new AuditAct("accounts.role-made", "Criou um papel");
    public static readonly AuditAct PermissionsSet = new AuditAct("accounts.permissions-set", "Mudou o que um papel permite");
    public static readonly AuditAct Dismissed = new AuditAct("accounts.dismissed", "Desligou alguém");
    public static readonly AuditAct Approved = new AuditAct("accounts.approved", "Aprovou um dentista");
    public static readonly AuditAct Refused = new AuditAct("accounts.refused", "Recusou um dentista");
    public static readonly AuditAct ApprovalSet = new AuditAct("accounts.approval-set", "Mudou se dentistas novos esperam aprovação");
    public static readonly AuditAct SawAs = new AuditAct("accounts.saw-as", "Começou a ver o site como um cliente");
    public static readonly AuditAct StoppedSeeing = new AuditAct("accounts.stopped-seeing", "Deixou de ver o site como um cliente");
    public static readonly AuditAct Erased = new AuditAct("accounts.erased", "Excluiu os dados de alguém, a pedido");
    public static readonly AuditAct LetBackIn = new AuditAct("accounts.let-back-in", "Deixou alguém entrar de novo");
}
