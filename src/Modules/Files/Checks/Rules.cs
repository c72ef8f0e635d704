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
    static readonly (Type List, FileSort Of)[] lists =
    [
        (typeof(FileRules), FileSort.None), (typeof(VirusRules), FileSort.None), (typeof(ZipRules), FileSort.None),
        (typeof(DicomRules), FileSort.Tomography), (typeof(MeshRules), FileSort.Scan), (typeof(PhotoRules), FileSort.Photograph), (typeof(PdfRules), FileSort.Document),
    ];

    /// <summary>In the order of the sources, which is that of the specification.</summary>
    public static IReadOnlyList<Rule> All { get; } = [.. Declared<Rule>()];

    static readonly Dictionary<string, Rule> rules = All.ToDictionary(rule => rule.Key);

    static readonly Dictionary<string, FactKind> facts = Declared<FactKind>().ToDictionary(kind => kind.Key);

    /// <summary>Those whose limits administrators may change, for what a slot takes.</summary>
    public static IEnumerable<Rule> Editable(FileSort sorts) =>
        lists.Where(list => (list.Of & sorts) != 0).SelectMany(list => Declared<Rule>(list.List)).Where(rule => rule.Measures is not null);

    /// <summary>Null for the rule of another version of this program.</summary>
    public static Rule? Find(string key) => rules.GetValueOrDefault(key);

    /// <summary>Null for the kind of another version of this program.</summary>
    public static FactKind? FindFact(string key) => facts.GetValueOrDefault(key);

    static IEnumerable<T> Declared<T>() => lists.SelectMany(list => Declared<T>(list.List));

    static IEnumerable<T> Declared<T>(Type list) => list.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<T>();
}
