using Percurso.Kernel.Events;

namespace Percurso.Accounts.Contracts;

/// <summary>
/// What was personal in an account is gone, as its owner had asked (LGPD, art. 18, VI). Modules forget what they keep of the
/// person and no law makes them keep.
/// </summary>
[FactName("accounts.account-erased")]
public sealed record AccountErased(Guid AccountId) : IFact;
