using System.Reflection;

using Percurso.Files.Checks.Dicom;
using Percurso.Files.Checks.Documents;
using Percurso.Files.Checks.Meshes;
using Percurso.Files.Checks.Photos;
using Percurso.Files.Checks.Zips;

namespace Percurso.Files.Checks;

/// <summary>All rules and kinds of fact by their keys, for whoever shows what was stored and for the page on which limits are edited.</summary>
static class Rules
{
    static readonly Type[] lists = [typeof(FileRules), typeof(ZipRules), typeof(DicomRules), typeof(MeshRules), typeof(PhotoRules), typeof(PdfRules)];

    /// <summary>In the order of the sources, which is that of the specification.</summary>
    public static IReadOnlyList<Rule> All { get; } = [.. Declared<Rule>()];

    static readonly Dictionary<string, Rule> rules = All.ToDictionary(rule => rule.Key);

    static readonly Dictionary<string, FactKind> facts = Declared<FactKind>().ToDictionary(kind => kind.Key);

    /// <summary>Those whose limits administrators may change, for what a slot takes.</summary>
    public static IEnumerable<Rule> Editable(FileSort sorts) =>
        from list in lists.Zip([FileSort.None, FileSort.None, FileSort.Tomography, FileSort.Scan, FileSort.Photograph, FileSort.Document])
        where sorts.HasFlag(list.Second) && list.Second != FileSort.None
        from rule in Declared<Rule>(list.First)
        where rule.Measures is not null
        select rule;

    /// <summary>Null for the rule of another version of this program.</summary>
    public static Rule? Find(string key) => rules.GetValueOrDefault(key);

    /// <summary>Null for the kind of another version of this program.</summary>
    public static FactKind? FindFact(string key) => facts.GetValueOrDefault(key);

    static IEnumerable<T> Declared<T>() => lists.SelectMany(Declared<T>);

    static IEnumerable<T> Declared<T>(Type list) => list.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<T>();
}
