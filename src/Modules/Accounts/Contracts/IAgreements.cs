namespace Percurso.Accounts.Contracts;

/// <summary>A text that people agree to before they may go on.</summary>
public enum AgreedText { Terms, Privacy }

/// <summary>What people agree to. The texts themselves are pages of the site; here is which version counts.</summary>
public interface IAgreements
{
    /// <summary>From now on a new version counts, named after today; whoever agreed to an older one is asked again. Call it inside <c>Together</c>.</summary>
    Task AskAgainAsync(AgreedText text, CancellationToken cancel);
}
