using Percurso.Kernel.Audit;

namespace Percurso.Files;

/// <summary>What is kept in the audit log of slots and of files set apart.</summary>
static class FilesActs
{
    public static readonly AuditAct SlotChanged = new AuditAct("files.slot-changed", "Mudou um item de envio");
    public static readonly AuditAct QuarantineSettled = new AuditAct("files.quarantine-settled", "Resolveu um arquivo posto à parte");
}
