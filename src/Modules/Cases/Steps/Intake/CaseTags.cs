using Percurso.Cases.Contracts;

namespace Percurso.Cases.Steps.Intake;

/// <summary>What a prescription is, in the words by which slots say whom they are for: support, drilling, output.</summary>
static class CaseTags
{
    public static IReadOnlySet<string> Of(Prescription asked) => new HashSet<string>
    {
        Word(asked.Support), Word(asked.Drilling), asked.Output == Output.Printed ? "printed" : "files-only",
    };

    static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
