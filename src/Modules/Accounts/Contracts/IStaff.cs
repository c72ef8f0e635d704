namespace Percurso.Accounts.Contracts;

/// <summary>The company's people by what they may do, for modules that give them work or write to them.</summary>
public interface IStaff
{
    /// <summary>Those whose own role has this permission, by name; administrators, who may do everything, are not meant.</summary>
    Task<IReadOnlyList<KnownPerson>> WithAsync(string permission, CancellationToken cancel);
}
