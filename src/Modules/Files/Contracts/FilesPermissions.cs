namespace Percurso.Files.Contracts;

public static class FilesPermissions
{
    /// <summary>For the staff: to see who fetched which files.</summary>
    public const string SeeAccesses = "files.see-accesses";

    /// <summary>To write what the company asks for, and the limits of the checks.</summary>
    public const string EditSlots = "files.edit-slots";

    /// <summary>To see files that turned out to be somebody else's, and to settle what becomes of them.</summary>
    public const string SettleQuarantine = "files.settle-quarantine";
}
