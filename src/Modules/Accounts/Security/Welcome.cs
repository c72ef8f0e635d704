using Percurso.Accounts.Domain;
using Percurso.Kernel.Settings;

namespace Percurso.Accounts.Security;

/// <summary>Whether a newcomer waits: a new dentist does, where the company wants to know them first. Their assistants come with them.</summary>
sealed class Welcome(ISettings settings, TimeProvider clock)
{
    /// <summary>Since when they wait; null for whoever may go on at once.</summary>
    public async Task<DateTime?> WaitsSinceAsync(string role, CancellationToken cancel) =>
        role == Role.Dentist && await settings.FindAsync<ApprovalSetting>(cancel) is { IsOn: true } ? clock.GetUtcNow().UtcDateTime : null;
}
