using Percurso.Kernel.Localization;
using Percurso.Kernel.Security;

namespace Percurso.Cases.Filed;

/// <summary>How the people of a table are called.</summary>
sealed class Names(IPeople people, Words words)
{
    /// <param name="accounts">Null for the site itself.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<Func<Guid?, string>> OfAsync(IEnumerable<Guid?> accounts, CancellationToken cancel)
    {
        var known = new Dictionary<Guid, string>();
        foreach (var account in accounts.OfType<Guid>().Distinct()) known[account] = await people.NameOfAsync(account, cancel) ?? words["Alguém que já saiu"];
        return account => account is { } id ? known[id] : words["o site"];
    }
}
