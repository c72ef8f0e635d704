namespace Percurso.Accounts.Contracts;

public static class AccountsPermissions
{
    /// <summary>To see who wants their data deleted.</summary>
    public const string Deletions = "accounts.deletions";

    /// <summary>To see who has an account, to give roles, to invite and to dismiss.</summary>
    public const string ManagePeople = "accounts.manage-people";

    /// <summary>To change what a role allows.</summary>
    public const string ManageRoles = "accounts.manage-roles";
}
