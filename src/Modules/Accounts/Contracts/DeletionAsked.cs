using Percurso.Kernel.Events;

namespace Percurso.Accounts.Contracts;

/// <summary>A person wants their data deleted.</summary>
[FactName("accounts.deletion-asked")]
public sealed record DeletionAsked(Guid AccountId) : IFact;
