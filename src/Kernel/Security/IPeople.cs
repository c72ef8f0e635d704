namespace Percurso.Kernel.Security;

/// <summary>Who the accounts are, for modules that know only their ids.</summary>
public interface IPeople
{
    /// <summary>How the person is called now; null when there is no such account.</summary>
    Task<string?> NameOfAsync(Guid account, CancellationToken cancel);
}
