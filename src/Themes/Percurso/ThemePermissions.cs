namespace Percurso.Theme;

public static class ThemePermissions
{
    public const string SeeComponents = "theme.see-components";
}
