namespace Percurso.Scheduling.Contracts;

public static class SchedulingPermissions
{
    /// <summary>To keep an agenda of one's own, and so to be met.</summary>
    public const string BeMet = "scheduling.be-met";

    /// <summary>To edit how long meetings take, how far apart they are, and until when they may be booked and changed.</summary>
    public const string EditRules = "scheduling.edit-rules";
}
