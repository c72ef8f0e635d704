namespace Percurso.Content.Contracts;

public static class ContentPermissions
{
    /// <summary>To see what visitors wrote.</summary>
    public const string ReadMessages = "content.read-messages";
}
