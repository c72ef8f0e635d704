using Percurso.Kernel.Events;

namespace Percurso.Scheduling.Contracts;

/// <summary>Somebody will be met.</summary>
[FactName("scheduling.meeting-booked")]
public sealed record MeetingBooked(Guid Booking, string Purpose, Guid SubjectId) : IFact;

/// <summary>At another time than was said.</summary>
[FactName("scheduling.meeting-moved")]
public sealed record MeetingMoved(Guid Booking, string Purpose, Guid SubjectId) : IFact;

[FactName("scheduling.meeting-cancelled")]
public sealed record MeetingCancelled(Guid Booking, string Purpose, Guid SubjectId) : IFact;
