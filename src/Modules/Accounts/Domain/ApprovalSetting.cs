using Percurso.Kernel.Settings;

namespace Percurso.Accounts.Domain;

/// <summary>Whether the company wants to know new dentists before they open cases. Off unless an administrator turns it on.</summary>
sealed record ApprovalSetting(bool IsOn) : ISettingsGroup
{
    public static string Key => "accounts.approval";
}
