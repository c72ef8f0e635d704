using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

using Percurso.Kernel;
using Percurso.Kernel.Data;
using Percurso.Viewer.Contracts;

namespace Percurso.Viewer.Domain;

/// <summary>A set of layers that belong together. It is made, then sealed; sealed it does not change.</summary>
sealed partial class ModelVersion : Aggregate
{
    public const int NotesLength = 2000;
    public const int MostLayers = 40;

    /// <summary>How all versions lay before anybody could say it; a hash does not name this one.</summary>
    static readonly Orientation unsaid = new(Axis.YPlus, Axis.ZPlus);

    readonly List<Layer> layers = [];

    ModelVersion() { }

    public string Purpose { get; private init; } = "";
    public Guid SubjectId { get; private init; }

    /// <summary>Within the subject, from 1.</summary>
    public int Number { get; private init; }
    public string? Notes { get; private set; }
    public Orientation Orientation { get; private set; } = Orientation.Dicom;
    public Guid MadeBy { get; private init; }
    public DateTime MadeAt { get; private init; }
    public DateTime? SealedAt { get; private set; }
    public string? Hash { get; private set; }

    public IReadOnlyList<Layer> Layers => [.. layers.OrderBy(layer => layer.Position).ThenBy(layer => layer.Id)];

    /// <param name="purpose">Whose subject it is.</param>
    /// <param name="subject">What it shows.</param>
    /// <param name="before">The version before, whose layers it begins with; null for the first.</param>
    /// <param name="by">Who makes it.</param>
    /// <param name="now">UTC.</param>
    public static ModelVersion Begin(string purpose, Guid subject, ModelVersion? before, Guid by, DateTime now)
    {
        var version = new ModelVersion { Purpose = purpose, SubjectId = subject, Number = (before?.Number ?? 0) + 1, MadeBy = by, MadeAt = now, Orientation = before?.Orientation ?? Orientation.Dicom };
        foreach (var layer in before?.Layers ?? []) version.layers.Add(new(version.Id, layer));
        version.Changed();
        return version;
    }

    public void Add(LayerFile file, Guid mesh)
    {
        if (layers.Exists(layer => layer.FileId == file.Id)) return;
        DemandOpen();
        if (layers.Count >= MostLayers) throw new RuleBrokenException("Uma versão mostra até {0} camadas. Junte malhas ou remova as que não são precisas.", MostLayers);

        layers.Add(new(Id, file, mesh, layers.Count == 0 ? 0 : layers.Max(layer => layer.Position) + 1));
        Changed();
    }

    public void Describe(string? notes, Orientation orientation, IReadOnlyList<LayerWords> words)
    {
        DemandOpen();
        if (notes is { Length: > NotesLength }) throw new RuleBrokenException("As notas passam de 2.000 letras. Escreva-as mais curtas.") { Field = "Input.Notes" };
        if (!Enum.IsDefined(orientation.Front) || !Enum.IsDefined(orientation.Up)) throw new RuleBrokenException("Escolha um dos seis sentidos dos eixos.") { Field = "Input.Front" };
        if (!orientation.IsPossible) throw new RuleBrokenException("A frente e o alto do paciente não podem estar no mesmo eixo.") { Field = "Input.Up" };
        foreach (var (place, one) in words.Index()) Demand(one, place);

        (Notes, Orientation) = (string.IsNullOrWhiteSpace(notes) ? null : notes.Trim(), orientation);
        var position = 0;
        foreach (var one in words)
            if (layers.Find(layer => layer.Id == one.Id) is { } layer) layer.Describe(one with { Name = one.Name.Trim() }, position++);
        foreach (var layer in Layers.Where(layer => words.All(one => one.Id != layer.Id)).ToList()) layer.Position = position++;
        Changed();
    }

    public void Remove(Guid layer)
    {
        DemandOpen();
        if (layers.RemoveAll(one => one.Id == layer) > 0) Changed();
    }

    /// <param name="meshes">Of its layers, by id.</param>
    /// <param name="now">UTC.</param>
    public void Seal(IReadOnlyDictionary<Guid, PreparedMesh> meshes, DateTime now)
    {
        DemandOpen();
        if (layers.Count == 0) throw new RuleBrokenException("Envie pelo menos uma malha.");
        if (layers.Exists(layer => meshes[layer.MeshId].State == MeshState.Failed)) throw new RuleBrokenException("Uma das malhas não pôde ser lida. Remova-a ou envie-a de novo.");
        if (layers.Exists(layer => meshes[layer.MeshId].State != MeshState.Ready)) throw new RuleBrokenException("Uma das malhas ainda está sendo preparada. Espere um instante e tente de novo.");

        (SealedAt, Hash) = (now, HashWith(meshes));
        Changed();
    }

    public void Unseal()
    {
        if (SealedAt is null) return;

        (SealedAt, Hash) = (null, null);
        Changed();
    }

    /// <summary>Over everything it shows: a changed name is another version as much as a changed triangle.</summary>
    public string HashWith(IReadOnlyDictionary<Guid, PreparedMesh> meshes)
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"percurso version 1\n{Purpose}\t{SubjectId}\t{Number}\n{Notes}\n"));
        if (Orientation != unsaid) text.Append(CultureInfo.InvariantCulture, $"{Orientation.Front}\t{Orientation.Up}\n");
        foreach (var layer in Layers) text.Append(layer.Line(meshes[layer.MeshId])).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    void DemandOpen()
    {
        if (SealedAt is not null) throw new RuleBrokenException("Esta versão já foi enviada e não muda mais. Para mudar algo, faça outra versão.");
    }

    static void Demand(LayerWords one, int place)
    {
        if (string.IsNullOrWhiteSpace(one.Name)) throw new RuleBrokenException("Dê um nome à camada.") { Field = $"Input.Layers[{place}].Name" };
        if (one.Name.Length > Layer.NameLength) throw new RuleBrokenException("O nome da camada passa de 60 letras. Escreva-o mais curto.") { Field = $"Input.Layers[{place}].Name" };
        if (!AColour().IsMatch(one.Colour)) throw new RuleBrokenException("A cor é escrita como #3fa7a0.") { Field = $"Input.Layers[{place}].Colour" };
        if (one.Opacity is < 5 or > 100) throw new RuleBrokenException("A opacidade vai de 5 a 100.") { Field = $"Input.Layers[{place}].Opacity" };
        if (!Enum.IsDefined(one.Kind)) throw new RuleBrokenException("Escolha o que a camada mostra.") { Field = $"Input.Layers[{place}].Kind" };
    }

    [GeneratedRegex("^#[0-9a-fA-F]{6}$")]
    private static partial Regex AColour();
}
