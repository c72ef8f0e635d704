namespace Percurso.Meetings.Contracts;

public static class MeetingsPermissions
{
    /// <summary>To edit when rooms open and close.</summary>
    public const string EditRules = "meetings.edit-rules";
}
