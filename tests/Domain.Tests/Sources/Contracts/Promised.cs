namespace Percurso.Domain.Tests.Sources.Contracts;

/// <summary>What the test of the exposure guard may see.</summary>
public sealed class Promised;
