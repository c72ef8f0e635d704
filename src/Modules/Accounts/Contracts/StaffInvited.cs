using Percurso.Kernel.Events;

namespace Percurso.Accounts.Contracts;

/// <summary>Somebody was invited to the staff, or invited again.</summary>
[FactName("accounts.staff-invited")]
public sealed record StaffInvited(Guid InvitationId) : IFact;
