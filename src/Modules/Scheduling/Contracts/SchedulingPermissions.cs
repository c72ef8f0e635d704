namespace Percurso.Scheduling.Contracts;

public static class SchedulingPermissions
{
    /// <summary>To keep an agenda of one's own, and so to be met.</summary>
    public const string BeMet = "scheduling.be-met";
}
