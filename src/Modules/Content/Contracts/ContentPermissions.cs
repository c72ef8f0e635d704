namespace Percurso.Content.Contracts;

public static class ContentPermissions
{
    /// <summary>To see what visitors wrote.</summary>
    public const string ReadMessages = "content.read-messages";

    /// <summary>To write, publish and move pages, and to see what is not published.</summary>
    public const string EditPages = "content.edit-pages";

    /// <summary>To upload, describe, replace and delete public pictures and documents.</summary>
    public const string ManageMedia = "content.manage-media";

    /// <summary>To write the menus of the institutional pages.</summary>
    public const string ManageMenus = "content.manage-menus";

    /// <summary>To bring pages, menus, media, roles and settings from a recipe of Orchard Core.</summary>
    public const string ImportOrchard = "content.import-orchard";
}
