namespace Percurso.Accounts.Contracts;

public static class AccountsPermissions
{
    /// <summary>To see who wants their data deleted, and to delete it.</summary>
    public const string Deletions = "accounts.deletions";

    /// <summary>To see who has an account, to give roles, to invite and to dismiss.</summary>
    public const string ManagePeople = "accounts.manage-people";

    /// <summary>To change what a role allows.</summary>
    public const string ManageRoles = "accounts.manage-roles";

    /// <summary>To let new dentists in, or not, where the company wants to know them first.</summary>
    public const string Approve = "accounts.approve";

    /// <summary>To see the site as a client sees it, reading only.</summary>
    public const string SeeAs = "accounts.see-as";
}
