using Percurso.Kernel.Events;

namespace Percurso.Production.Contracts;

/// <summary>An order is with the carrier.</summary>
[FactName("production.order-sent")]
public sealed record PrintSent(Guid OrderId, string Purpose, Guid SubjectId) : IFact;
