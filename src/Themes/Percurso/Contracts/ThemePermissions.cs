namespace Percurso.Theme.Contracts;

public static class ThemePermissions
{
    public const string SeeComponents = "theme.see-components";
}
