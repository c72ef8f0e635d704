using System.Reflection;

namespace Percurso.Kernel.Events;

/// <summary>
/// Something that happened, told upwards by a module that does not know who listens: a record in the past tense, ids and
/// values only, with a <see cref="FactNameAttribute"/>.
/// </summary>
public interface IFact;

/// <summary>The name a fact is stored under, <c>content.message-left</c>: written down, so that renaming the type loses nothing in flight.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FactNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;

    public static string Of(Type fact) =>
        fact.GetCustomAttribute<FactNameAttribute>()?.Name ?? throw new InvalidOperationException($"{fact} has no [FactName].");
}

/// <summary>
/// Reacts to a fact, in a class whose name is the sentence. Handled once: its writes and the receipt are one transaction. It
/// calls nothing outside the database; what is to go out (a letter, a refund) it records, and somebody else sends.
/// </summary>
public interface IHandle<in TFact> where TFact : IFact
{
    Task HandleAsync(TFact fact, CancellationToken cancel);
}
