namespace Percurso.Administration.Contracts;

public static class AdministrationPermissions
{
    /// <summary>To enter the administration; every member of the staff may.</summary>
    public const string Enter = "administration.enter";

    /// <summary>To say who the company is and how the site presents itself.</summary>
    public const string Settings = "administration.settings";

    /// <summary>To see the letters that went out, and to send one again.</summary>
    public const string Letters = "administration.letters";

    /// <summary>To see what the machinery does, jobs and facts, and to start it again where it stopped.</summary>
    public const string Machinery = "administration.machinery";

    /// <summary>To read who did what in the administration, and to check that the log is whole.</summary>
    public const string Audit = "administration.audit";
}
