namespace Percurso.Files.Contracts;

public static class FilesPermissions
{
    /// <summary>For the staff: to see who fetched which files.</summary>
    public const string SeeAccesses = "files.see-accesses";
}
