using Percurso.Kernel.Audit;

namespace Percurso.Administration;

static class AdministrationActs
{
    public static readonly AuditAct SettingsChanged = new AuditAct("administration.settings-changed", "Mudou as configurações da empresa");
}
