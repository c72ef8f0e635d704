using System.Globalization;

using Percurso.Accounts.Contracts;
using Percurso.Accounts.Domain;
using Percurso.Kernel.Settings;

namespace Percurso.Accounts.Security;

/// <summary>Names a new version of a text: the day, and a number from the second one of a day.</summary>
sealed class RenewAgreements(ISettings settings, TimeProvider clock) : IAgreements
{
    public async Task AskAgainAsync(AgreedText text, CancellationToken cancel)
    {
        var now = await settings.FindAsync<Agreements>(cancel) ?? Agreements.None;
        await settings.SetAsync(text == AgreedText.Terms ? now with { Terms = Renewed(now.Terms) } : now with { Privacy = Renewed(now.Privacy) }, cancel);
    }

    Agreement Renewed(Agreement old)
    {
        var today = clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var version = today;
        for (var number = 2; string.CompareOrdinal(version, old.Version) <= 0 && old.Version.StartsWith(today, StringComparison.Ordinal); number++) version = $"{today}.{number}";
        return old with { Version = version };
    }
}
