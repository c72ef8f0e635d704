namespace Percurso.Content.Contracts;

public static class ContentPermissions
{
    /// <summary>To see what visitors wrote, and to answer.</summary>
    public const string ReadMessages = "content.read-messages";

    /// <summary>To upload, describe, replace and delete public pictures and documents.</summary>
    public const string ManageMedia = "content.manage-media";
}
