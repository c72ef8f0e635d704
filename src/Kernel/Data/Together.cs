using System.Transactions;

namespace Percurso.Kernel.Data;

/// <summary>
/// What several modules write in one act: all of it or nothing. The contexts inside share one connection, so finish one
/// query before the next, begin no transaction of your own, and never call the outside world from within.
/// </summary>
public static class Together
{
    /// <summary>Begin with <c>using</c>; call <c>Complete()</c> last.</summary>
    public static TransactionScope Begin() => new(
        TransactionScopeOption.Required,
        new TransactionOptions { IsolationLevel = IsolationLevel.ReadCommitted, Timeout = TimeSpan.FromMinutes(5) },
        TransactionScopeAsyncFlowOption.Enabled);
}
