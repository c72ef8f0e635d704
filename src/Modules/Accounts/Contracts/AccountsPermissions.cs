namespace Percurso.Accounts.Contracts;

public static class AccountsPermissions
{
    /// <summary>To see who wants their data deleted.</summary>
    public const string Deletions = "accounts.deletions";
}
