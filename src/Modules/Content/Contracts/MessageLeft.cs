using Percurso.Kernel.Events;

namespace Percurso.Content.Contracts;

/// <summary>A visitor has left a message through the contact form.</summary>
[FactName("content.message-left")]
public sealed record MessageLeft(Guid MessageId) : IFact;
