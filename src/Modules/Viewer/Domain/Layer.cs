using System.Globalization;

using Percurso.Viewer.Contracts;

namespace Percurso.Viewer.Domain;

/// <summary>One mesh of a version.</summary>
sealed class Layer
{
    public const int NameLength = 60;

    Layer() { }

    internal Layer(Guid version, LayerFile file, Guid mesh, int position)
    {
        (VersionId, FileId, FileName, FileSha256, MeshId, Position) = (version, file.Id, file.Name, file.Sha256, mesh, position);
        Kind = KindOf(file.Name);
        (Name, Colour, Opacity) = (NameOf(file.Name), Palette.Of(Kind), 100);
    }

    internal Layer(Guid version, Layer before)
    {
        (VersionId, FileId, FileName, FileSha256, MeshId, Position) = (version, before.FileId, before.FileName, before.FileSha256, before.MeshId, before.Position);
        (Name, Kind, Colour, Opacity) = (before.Name, before.Kind, before.Colour, before.Opacity);
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid VersionId { get; private init; }
    public Guid FileId { get; private init; }
    public string FileName { get; private init; } = "";
    public string FileSha256 { get; private init; } = "";

    /// <summary>The prepared mesh; versions with the same file share one.</summary>
    public Guid MeshId { get; private init; }
    public int Position { get; internal set; }
    public string Name { get; private set; } = "";
    public LayerKind Kind { get; private set; }
    public string Colour { get; private set; } = "";
    public int Opacity { get; private set; }

    internal void Describe(LayerWords words, int position) =>
        (Name, Kind, Colour, Opacity, Position) = (words.Name, words.Kind, words.Colour.ToLowerInvariant(), words.Opacity, position);

    /// <summary>Its line in the hash of the version.</summary>
    internal string Line(PreparedMesh mesh) => string.Create(
        CultureInfo.InvariantCulture, $"{Position}\t{Id}\t{FileId}\t{FileSha256}\t{Kind}\t{Colour}\t{Opacity}\t{mesh.FullSha256}\t{mesh.CoarseSha256}\t{Name}");

    static string NameOf(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file).Replace('_', ' ').Replace('-', ' ').Trim();
        return name.Length == 0 ? "Camada" : name.Length > NameLength ? name[..NameLength] : char.ToUpperInvariant(name[0]) + name[1..];
    }

    /// <summary>What programs call such files; Portuguese and English.</summary>
    static LayerKind KindOf(string file) => file.ToLowerInvariant() switch
    {
        var name when Any(name, "guia", "guide") => LayerKind.Guide,
        var name when Any(name, "anilha", "sleeve") => LayerKind.Sleeve,
        var name when Any(name, "implant") => LayerKind.Implant,
        var name when Any(name, "nerv", "canal") => LayerKind.Nerve,
        var name when Any(name, "dente", "teeth", "tooth", "coroa", "crown") => LayerKind.Teeth,
        var name when Any(name, "osso", "bone", "maxila", "mandib") => LayerKind.Bone,
        var name when Any(name, "arco", "arcada", "jaw", "scan", "gengiva", "escanea") => LayerKind.Jaw,
        _ => LayerKind.Other,
    };

    static bool Any(string name, params ReadOnlySpan<string> parts)
    {
        foreach (var part in parts)
            if (name.Contains(part, StringComparison.Ordinal)) return true;
        return false;
    }
}
