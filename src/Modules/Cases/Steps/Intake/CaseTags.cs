using Percurso.Cases.Contracts;
using Percurso.Cases.Pages.Cases;
using Percurso.Files.Contracts;
using Percurso.Kernel.Localization;

namespace Percurso.Cases.Steps.Intake;

/// <summary>What a prescription is, in the words by which slots say whom they are for: support, drilling, output.</summary>
static class CaseTags
{
    public static IReadOnlySet<string> Of(Prescription asked) => new HashSet<string>
    {
        Word(asked.Support), Word(asked.Drilling), asked.Output == Output.Printed ? "printed" : "files-only",
    };

    /// <summary>All of them, as people say them.</summary>
    public static IReadOnlyList<SubjectKind> All(Words T) =>
    [
        .. Enum.GetValues<GuideSupport>().Select(support => new SubjectKind(Word(support), support.In(T))),
        .. Enum.GetValues<Drilling>().Select(drilling => new SubjectKind(Word(drilling), drilling.In(T))),
        new("printed", T["Impresso pela empresa"]), new("files-only", T["Só os arquivos, impresso em outro lugar"]),
    ];

    static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
