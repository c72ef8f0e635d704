using Percurso.Kernel.Events;

namespace Percurso.Accounts.Contracts;

/// <summary>A person has confirmed their address and has an account now.</summary>
[FactName("accounts.account-opened")]
public sealed record AccountOpened(Guid AccountId) : IFact;
