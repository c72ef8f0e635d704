using Percurso.Kernel.Data;
using Percurso.Viewer.Contracts;
using Percurso.Viewer.Meshes;

namespace Percurso.Viewer.Domain;

/// <summary>What became of one file's mesh so that it can be shown. It can be made again from the file at any time, and comes out the same.</summary>
sealed class PreparedMesh : Aggregate
{
    /// <summary>After so many runs that did not end a person must look.</summary>
    public const int MostRuns = 3;

    PreparedMesh() { }

    public PreparedMesh(LayerFile file, DateTime now) => (FileId, FileSha256, LookAfter) = (file.Id, file.Sha256, now);

    /// <summary>A file with these bytes; others may have the same.</summary>
    public Guid FileId { get; private init; }
    public string FileSha256 { get; private init; } = "";
    public MeshState State { get; private set; }

    /// <summary>When it may be made ready, or be tried again after a run that did not end. UTC.</summary>
    public DateTime LookAfter { get; private set; }
    public int Runs { get; private set; }

    public int Triangles { get; private set; }
    public int OpenEdges { get; private set; }

    /// <summary>The least corner of its box and the other one, x, y, z in millimetres.</summary>
    public double[] Least { get; private set; } = [];
    public double[] Most { get; private set; } = [];

    /// <summary>In millimetres.</summary>
    public double Error { get; private set; }
    public string? FullSha256 { get; private set; }
    public string? CoarseSha256 { get; private set; }
    public long FullLength { get; private set; }
    public long CoarseLength { get; private set; }

    public void BeginRun(DateTime now, TimeSpan patience)
    {
        (LookAfter, Runs) = (now + patience, Runs + 1);
        Changed();
    }

    public void Become(Prepared prepared)
    {
        State = MeshState.Ready;
        (Triangles, OpenEdges, Least, Most, Error) = (prepared.Triangles, prepared.OpenEdges, prepared.Least, prepared.Most, prepared.Error);
        (FullSha256, FullLength) = (Prepared.HashOf(prepared.Full), prepared.Full.Length);
        (CoarseSha256, CoarseLength) = (Prepared.HashOf(prepared.Coarse), prepared.Coarse.Length);
        Changed();
    }

    public void Fail()
    {
        State = MeshState.Failed;
        Changed();
    }

    public MeshView AsView() => new(
        State, Triangles, State == MeshState.Ready && OpenEdges == 0, Least.Length == 0 ? [0, 0, 0] : [.. Most.Select((most, axis) => most - Least[axis])],
        Error * 1000, FullLength, CoarseLength);
}

/// <summary>The bytes of a prepared mesh, by their hash: equal ones lie here once.</summary>
sealed class MeshBytes
{
    public required string Sha256 { get; init; }
    public required byte[] Bytes { get; init; }
}
