using Percurso.Files.Checks;
using Percurso.Files.Contracts;
using Percurso.Files.Slots;
using Percurso.Kernel.Localization;

namespace Percurso.Files.Pages.Slots;

/// <summary>What a slot takes and whom it is for, as people say it.</summary>
static class SortWords
{
    public static readonly IReadOnlyList<FileSort> All = [FileSort.Tomography, FileSort.Scan, FileSort.Photograph, FileSort.Document];

    public static string In(this FileSort sort, Words T) => sort switch
    {
        FileSort.Tomography => T["Tomografia em DICOM: arquivos, uma pasta ou um ZIP"],
        FileSort.Scan => T["Escaneamento em STL, PLY ou OBJ, ou o ZIP de um scanner"],
        FileSort.Photograph => T["Fotografia em JPEG ou PNG"],
        _ => T["PDF"],
    };

    public static string Short(this FileSort sort, Words T) => sort switch
    {
        FileSort.Tomography => T["Tomografia"],
        FileSort.Scan => T["Escaneamento"],
        FileSort.Photograph => T["Fotografia"],
        _ => T["PDF"],
    };

    public static string In(this Jaw jaw, Words T) => jaw switch
    {
        Jaw.Upper => T["A arcada superior"],
        Jaw.Lower => T["A arcada inferior"],
        Jaw.Bite => T["A mordida"],
        _ => T["Nenhuma"],
    };

    /// <summary>"Obrigatório em todos os casos"; "Obrigatório: Apoiado em mucosa. Opcional: em todos os outros".</summary>
    public static IEnumerable<string> For(Slot slot, IReadOnlyList<SubjectKind> kinds, Words T)
    {
        if (slot.RequiredFor.Contains(Slot.Everybody)) return [T["Obrigatório em todos os casos"]];

        var said = new List<string>();
        if (Named(slot.RequiredFor, kinds) is { Length: > 0 } required) said.Add(T["Obrigatório: {0}", required]);
        if (slot.OptionalFor.Contains(Slot.Everybody)) said.Add(said.Count == 0 ? T["Opcional em todos os casos"] : T["Opcional nos outros"]);
        else if (Named(slot.OptionalFor, kinds) is { Length: > 0 } optional) said.Add(T["Opcional: {0}", optional]);
        return said.Count == 0 ? [T["Em nenhum caso"]] : said;
    }

    static string Named(List<string> tags, IReadOnlyList<SubjectKind> kinds) => string.Join("; ", kinds.Where(kind => tags.Contains(kind.Tag)).Select(kind => kind.Words));
}
