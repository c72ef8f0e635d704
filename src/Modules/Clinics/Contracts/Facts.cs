using Percurso.Kernel.Events;

namespace Percurso.Clinics.Contracts;

/// <summary>Somebody was invited to a clinic, or invited again.</summary>
[FactName("clinics.member-invited")]
public sealed record MemberInvited(Guid ClinicId, Guid InvitationId) : IFact;

/// <summary>Somebody accepted an invitation and works in the clinic now.</summary>
[FactName("clinics.member-joined")]
public sealed record MemberJoined(Guid ClinicId, Guid AccountId) : IFact;

/// <summary>A dentist of the clinic dismissed somebody, who may nothing there any more.</summary>
[FactName("clinics.member-dismissed")]
public sealed record MemberDismissed(Guid ClinicId, Guid AccountId) : IFact;
